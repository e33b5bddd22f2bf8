/** An outbox against the strict Bot API server, and drafts to put into it. */
import { join } from "node:path";
import { Bot } from "grammy";
import { onTestFinished } from "vitest";
import type { Person } from "../../../src/botapi/driver/person.ts";
import { type BotApiOptions, BotApiServer } from "../../../src/botapi/server.ts";
import type { Draft } from "../../../src/desk/message/draft.ts";
import { Outbox } from "../../../src/desk/outbox/outbox.ts";
import type { OutItem } from "../../../src/desk/outbox/outItem.ts";
import { type DeskState, openDeskState } from "../../../src/desk/state/deskState.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";

export const adaId = 42;

export interface Outside {
  server: BotApiServer;
  ada: Person;
  outbox: Outbox;
  state: DeskState;
  home: string;
  unauthorized: () => number;
  /** Another run of the bot on the same home; the former one is closed first, as a crash would. */
  restart(): Promise<Outside>;
  /** Texts of the bot as they are now. */
  texts(): string[];
  /** Methods called so far, polls left out. */
  calls(): string[];
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>;
}

export async function openOutside(options: BotApiOptions = {}): Promise<Outside> {
  const server = new BotApiServer(options);
  await server.start();
  onTestFinished(() => server.stop());
  const ada = server.user({ id: adaId, firstName: "Ada" });
  ada.sends("/start");
  return run(server, ada, await tempFolder());
}

async function run(server: BotApiServer, ada: Person, home: string): Promise<Outside> {
  const { log } = rememberingLog();
  const state = await openDeskState(home, log);
  const bot = new Bot(server.token, { client: { apiRoot: server.url } });
  let unauthorized = 0;
  const outbox = new Outbox({
    folder: join(home, "outbox"),
    api: bot.api,
    state,
    onUnauthorized: () => {
      unauthorized += 1;
    },
    log,
  });
  onTestFinished(() => outbox.close());
  await outbox.open();
  return {
    server,
    ada,
    outbox,
    state,
    home,
    unauthorized: () => unauthorized,
    restart: () => {
      outbox.close();
      return run(server, ada, home);
    },
    texts: () => server.chat(adaId).fromBot.map((one) => one.text),
    calls: () => server.calls.map((call) => call.method).filter((method) => method !== "getUpdates"),
    settled: async () => void (await waitFor(async () => outbox.idle, { timeoutMs: 10_000 })),
  };
}

export const plain = (text: string): Draft => ({ text, entities: [], buttons: [] });

export const send = (
  id: string,
  text = id,
  about: Partial<Extract<OutItem, { kind: "send" }>> = {},
): OutItem => ({
  kind: "send",
  id,
  chat: adaId,
  silent: false,
  draft: plain(text),
  ...about,
});

export const edit = (of: string, text: string): OutItem => ({
  kind: "edit",
  of,
  chat: adaId,
  draft: plain(text),
});
