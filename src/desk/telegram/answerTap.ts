/** Stops the spinner of a tapped button: at once, outside any queue, and again where Telegram was in trouble. */
import { type Context, GrammyError } from "grammy";
import type { Logger } from "../../logger.ts";
import { backOffMs } from "../outbox/remedy.ts";

/** After this many tries (about 8 s) Telegram calls the tap too old by itself. */
const tries = 5;

export async function answerTap(context: Pick<Context, "answerCallbackQuery">, log: Logger): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      await context.answerCallbackQuery();
      return;
    } catch (error) {
      const refused = error instanceof GrammyError && error.error_code < 429;
      log.warn({ err: error }, "a tap could not be answered");
      if (refused) return; // too old, or answered already
      await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt)));
    }
  }
}
