/** The long poll and the command menu against the strict server. */
import { Bot } from "grammy";
import { describe, expect, it, onTestFinished } from "vitest";
import { faults } from "../../../src/botapi/faults/faults.ts";
import { BotApiServer } from "../../../src/botapi/server.ts";
import { setMenu } from "../../../src/desk/telegram/menu.ts";
import { poll, WrongTokenError } from "../../../src/desk/telegram/poll.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog } from "../../support/host/temp.ts";
import { openOutside } from "../outbox/outside.ts";

async function polling(about: { token?: string; before?: (server: BotApiServer) => void } = {}) {
  const server = new BotApiServer();
  await server.start();
  onTestFinished(() => server.stop());
  about.before?.(server);
  const bot = new Bot(about.token ?? server.token, { client: { apiRoot: server.url } });
  const texts: string[] = [];
  bot.on("message:text", (context) => void texts.push(context.message.text));
  const { log, said } = rememberingLog();
  const stopping = new AbortController();
  const ready: string[] = [];
  const ended = poll({ bot, signal: stopping.signal, onReady: (name) => ready.push(name), log });
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  return { server, texts, said, ready, ended, stop };
}

describe("the long poll", () => {
  it("brings what is written, and ends when it is told to", async () => {
    const { server, texts, ready, stop } = await polling();
    server.user({ id: 42, firstName: "Ada" }).sends("hello");
    await waitFor(async () => texts.includes("hello"));
    expect(ready).toEqual([server.bot.username]);
    await stop();
  });

  it("goes on after another poller took its place and after the server failed", async () => {
    const conflict = {
      kind: "error",
      code: 409,
      description: "Conflict: terminated by other getUpdates request",
    } as const;
    const { server, texts, said, stop } = await polling({
      before: (one) => {
        one.faults.next("getUpdates", conflict);
        one.faults.next("getUpdates", faults.serverError());
      },
    });
    server.user({ id: 42, firstName: "Ada" }).sends("still there?");
    await waitFor(async () => texts.includes("still there?"));
    expect(said).toContain("another program polls with this token: end it");
    await stop();
  });

  it("ends when the token is not accepted", async () => {
    const { ended } = await polling({ token: "1:wrong-token-wrong-token" });
    await expect(ended).rejects.toThrow(WrongTokenError);
  });
});

describe("the command menu", () => {
  it("is set when it changed, and only then", async () => {
    const out = await openOutside();
    const { api } = new Bot(out.server.token, { client: { apiRoot: out.server.url } });
    const actions = [{ name: "stop", command: "End a session" }, { name: "chat" }];
    await setMenu(api, actions, out.state);
    await setMenu(api, actions, out.state);
    expect(out.calls()).toEqual(["setMyCommands"]);
    expect(await api.getMyCommands()).toEqual([{ command: "stop", description: "End a session" }]);
    await setMenu(api, [], out.state);
    expect(await api.getMyCommands()).toEqual([]);
  });
});
