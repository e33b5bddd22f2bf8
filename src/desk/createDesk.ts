/** Puts the desk together: the only place that knows all of its parts. It knows the warden by its port alone. */
import { join } from "node:path";
import Anthropic from "@anthropic-ai/sdk";
import { Bot } from "grammy";
import type { Settings } from "../config/settings.ts";
import type { Logger } from "../logger.ts";
import { loadPrompt } from "../prompts/load.ts";
import type { WardenPort } from "../protocol/warden.ts";
import { isHeard } from "./access.ts";
import type { Desk } from "./action.ts";
import { handle } from "./handle.ts";
import { Inbox } from "./inbox/inbox.ts";
import { readDocument } from "./inbox/readDocument.ts";
import { receive, senderOf } from "./inbox/receive.ts";
import { createModelInterpreter } from "./interpret/model/model-interpreter.ts";
import { createRuleInterpreter } from "./interpret/rules/rule-interpreter.ts";
import { loadActions } from "./loadActions.ts";
import { redactDraft } from "./message/redactDraft.ts";
import { createAnthropicModel } from "./model/anthropic.ts";
import { Outbox } from "./outbox/outbox.ts";
import { createSummarizer } from "./report/summarize.ts";
import { openDeskState } from "./state/deskState.ts";
import { answerTap } from "./telegram/answerTap.ts";
import { setMenu } from "./telegram/menu.ts";
import { poll, WrongTokenError } from "./telegram/poll.ts";
import { tellNotice } from "./tell/notices.ts";
import { Teller } from "./tell/tell.ts";

export interface DeskInput {
  settings: Settings;
  warden: WardenPort;
  signal: AbortSignal;
  log: Logger;
}

export interface RunningDesk {
  /** Settles when the desk has ended: rejects when Telegram does not accept the token. */
  ended: Promise<void>;
  /** Resolves when what was begun is finished or on disk. */
  settle(): Promise<void>;
}

/** A call to Telegram that takes longer has failed; grammY's own limit is 500 s. The long poll itself takes 30. */
const apiTimeoutSeconds = 60;
const partMs = 1_500;

export async function createDesk({ settings, warden, signal, log }: DeskInput): Promise<RunningDesk> {
  const { token, apiRoot, users, chats } = settings.telegram;
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: apiTimeoutSeconds } });
  const state = await openDeskState(settings.home, log);
  const actions = await loadActions();
  const intents = actions.flatMap(({ intent }) => (intent ? [intent] : []));
  const secrets = [token, settings.model.apiKey ?? ""];
  let fail: (error: Error) => void = () => undefined;
  const unauthorized = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // The token may be refused before `ended` listens below: it hears of it then, and nothing is unhandled till there.
  unauthorized.catch(() => undefined);
  const outbox = new Outbox({
    folder: join(settings.home, "spool", "outbox"),
    api: bot.api,
    state,
    onUnauthorized: () => fail(new WrongTokenError("Telegram does not accept TELEGRAM_BOT_TOKEN any more")),
    log,
  });
  await outbox.open();

  const model = settings.model.apiKey
    ? createAnthropicModel({
        client: new Anthropic({ apiKey: settings.model.apiKey, baseURL: settings.model.baseUrl ?? null }),
        model: settings.model.name,
      })
    : undefined;
  const rules = createRuleInterpreter(intents);
  const interpreter = model
    ? createModelInterpreter({
        client: model,
        intents,
        prompt: await loadPrompt("interpret", ["intents", "modes"]),
        fallback: rules,
        onUsage: (usage) => log.info({ ...usage, call: "interpret" }, "model used"),
        onFallback: (reason, why) => log.warn({ reason, why }, "interpreted by rules"),
      })
    : createRuleInterpreter(intents, "no-key");
  const summarizer =
    model &&
    createSummarizer({
      model,
      prompt: (await loadPrompt("summarize", [])).render({}),
      secrets,
      onUsage: (session, usage) => log.info({ ...usage, session, call: "summarize" }, "model used"),
      log,
    });

  const desk: Desk = {
    warden,
    state,
    actions,
    say: (to, id, draft, options = {}) =>
      outbox.put({
        kind: "send",
        id,
        chat: to.chat,
        replyTo: to.messageId,
        silent: options.silent ?? false,
        draft: redactDraft(draft, secrets),
        ...(to.thread === undefined ? {} : { thread: to.thread }),
        ...(options.session === undefined ? {} : { session: options.session }),
      }),
    dropButtons: ({ chat, messageId }) => outbox.put({ kind: "drop-buttons-at", chat, messageId }),
    rewrite: ({ chat, messageId }, draft) =>
      outbox.put({ kind: "edit-at", chat, messageId, draft: redactDraft(draft, secrets) }),
    log,
  };
  const read = readDocument(bot.api, { apiRoot, token });
  const inbox = new Inbox({
    folder: join(settings.home, "spool", "inbox"),
    state,
    handle: (incoming) => handle(incoming, { desk, interpreter, readDocument: read }),
    partMs,
    log,
  });
  const home = users[0] ?? 0;
  const teller = new Teller({ outbox, state, warden, summarizer, secrets, home, log });
  teller.resume();
  warden.subscribe((event) => teller.take(event));
  warden.notices((notice) => tellNotice(notice, { outbox, users, secrets }));
  await inbox.open();

  /** Nothing can be kept: the person hears it at once, past the outbox, which cannot be written either. */
  async function notTaken(error: unknown, chat: number | undefined): Promise<void> {
    log.error({ err: error }, "a message could not be written to disk");
    const why =
      "I could not write your message to my disk, so I did not take it. Free some space and send it again.";
    if (chat === undefined) return;
    await bot.api
      .sendMessage(chat, why)
      .catch((failed) => log.error({ err: failed, chat }, "nor could the person be told of it"));
  }

  bot.use(async (context) => {
    const sender = senderOf(context.update);
    if (!sender || !isHeard(sender, { users, chats })) return;
    // A tap waits for nothing: its spinner stops before anything else is done.
    if (context.callbackQuery) {
      void answerTap(context, log);
    }
    const incoming = receive(context.update, Date.now());
    if (incoming) await inbox.file(incoming).catch((error) => notTaken(error, context.chatId));
  });
  bot.catch((error) => log.error({ err: error.error }, "an update could not be taken"));

  const ended = poll({
    bot,
    signal,
    log,
    onReady: (username) => {
      log.info({ username }, "listening");
      setMenu(bot.api, actions, state).catch((error) =>
        log.warn({ err: error }, "the command menu was not set"),
      );
    },
  });
  return {
    ended: Promise.race([ended, unauthorized]),
    settle: async () => {
      await inbox.settle();
      await teller.settle();
      await outbox.settle();
    },
  };
}
