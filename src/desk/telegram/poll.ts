/**
 * The long poll, supervised. grammY polls one batch after the other and confirms a batch with the next request, so
 * an update is repeated rather than lost; `start()` throws on 401 and 409, and this decides what then.
 */
import { type Bot, GrammyError } from "grammy";
import type { Logger } from "../../logger.ts";
import { backOffMs } from "../outbox/remedy.ts";

/** Telegram does not accept the token: nothing can be done but to say so and end. */
export class WrongTokenError extends Error {
  override name = "WrongTokenError";
}

export interface PollInput {
  bot: Bot;
  /** Telegram answers: the bot's own name. Called after each (re)start. */
  onReady: (username: string) => void;
  signal: AbortSignal;
  log: Logger;
}

/** Polls until the signal. Rejects with WrongTokenError only. */
export async function poll({ bot, onReady, signal, log }: PollInput): Promise<void> {
  // It tells Telegram once more what was taken; without a network that fails, and the updates come again.
  const stop = () =>
    bot.stop().catch((error) => log.warn({ err: error }, "the last updates may be repeated"));
  signal.addEventListener("abort", () => void stop(), { once: true });
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await bot.start({
        allowed_updates: ["message", "edited_message", "callback_query"],
        onStart: ({ username }) => {
          attempt = 0;
          onReady(username);
        },
      });
      if (!signal.aborted) log.warn({}, "the long poll ended by itself; it starts again");
    } catch (error) {
      if (isUnauthorized(error))
        throw new WrongTokenError("Telegram does not accept TELEGRAM_BOT_TOKEN", { cause: error });
      const conflict = error instanceof GrammyError && error.error_code === 409;
      log.error(
        { err: error },
        conflict ? "another program polls with this token: end it" : "the long poll failed",
      );
    }
    await pause(backOffMs(attempt), signal);
  }
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
    if (signal.aborted) resolve();
  });
}
