/**
 * Understanding with one call to the model, and with the rules whenever that call fails. The rules run
 * first in any case: they cost nothing and are the second opinion on what is costly.
 */

import type { StructuredModel, TokenUsage } from "../../model/structuredModel.ts";
import type { IntentSpec } from "../intent.ts";
import type { FallbackReason, Interpretation } from "../interpretation.ts";
import type { Interpreter, InterpretRequest } from "../interpreter.ts";
import { checkAnswer } from "./check.ts";
import { type InterpretPrompt, systemText, userText } from "./question.ts";
import { answerSchema } from "./schema.ts";

export interface ModelInterpreterOptions {
  readonly client: StructuredModel;
  readonly intents: readonly IntentSpec[];
  readonly prompt: InterpretPrompt;
  /** Answers when the model does not, and is heard on everything costly. */
  readonly fallback: Interpreter;
  readonly timeoutMs?: number;
  readonly onUsage?: (usage: TokenUsage) => void;
  /** For the log: `why` may be an error, or words. */
  readonly onFallback?: (reason: FallbackReason, why: unknown) => void;
}

/** An interpreter that asks the model within `timeoutMs` (8 s), retries included. */
export function createModelInterpreter(options: ModelInterpreterOptions): Interpreter {
  const { client, intents, prompt, fallback, timeoutMs = 8000, onUsage, onFallback } = options;
  const schema = answerSchema(intents);
  const system = systemText(prompt, intents);

  return {
    interpret: async (request: InterpretRequest): Promise<Interpretation> => {
      const rules = await fallback.interpret(request);
      const instead = (reason: FallbackReason, why: unknown): Interpretation => {
        onFallback?.(reason, why);
        return { ...rules, fallback: reason };
      };
      const reply = await client.ask({ system, user: userText(request), schema, timeoutMs });
      if (reply.kind === "timeout") return instead("timeout", `no answer within ${timeoutMs} ms`);
      if (reply.kind === "error") return instead("error", reply.cause);
      onUsage?.(reply.usage);
      if (reply.kind === "nonsense") return instead("nonsense", reply.why);
      const checked = checkAnswer(reply.value, request, intents, rules);
      return checked.kind === "meaning" ? checked.meaning : instead("nonsense", checked.why);
    },
  };
}
