/**
 * A structured question through `client.messages.parse`. On the wire that is an ordinary `POST /v1/messages`
 * (no beta header, no query) with `output_config.format: {type: "json_schema", schema}`; `parse` only reads the
 * text blocks afterwards. It throws on an answer that does not fit, and then the tokens spent are not known, so
 * the format's own `parse` is wrapped to return what went wrong instead.
 *
 * No temperature: current models refuse it. Thinking is on by default there and counts as output, so it is
 * switched off where the model family allows that.
 */
import type Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import type { StructuredAnswer, StructuredModel, StructuredQuestion } from "./structuredModel.ts";

export interface AnthropicModelOptions {
  readonly client: Pick<Anthropic, "messages">;
  readonly model: string;
}

/** Asks this model, with one retry inside the time given. */
export function createAnthropicModel({ client, model }: AnthropicModelOptions): StructuredModel {
  return {
    ask: async <T>(question: StructuredQuestion<T>): Promise<StructuredAnswer<T>> => {
      const signal = AbortSignal.timeout(question.timeoutMs);
      try {
        const format = zodOutputFormat(question.schema);
        const message = await client.messages.parse(
          {
            model,
            ...budget(model),
            system: question.system,
            messages: [{ role: "user", content: question.user }],
            output_config: {
              format: { ...format, parse: (content: string) => attempt(() => format.parse(content)) },
            },
          },
          { signal, maxRetries: 1 },
        );
        const usage = { inputTokens: message.usage.input_tokens, outputTokens: message.usage.output_tokens };
        const parsed = message.parsed_output;
        if (message.stop_reason !== "end_turn" || parsed === null) {
          return { kind: "nonsense", why: `stopped with ${message.stop_reason}`, usage };
        }
        return parsed.ok
          ? { kind: "answer", value: parsed.value, usage }
          : { kind: "nonsense", why: parsed.why, usage };
      } catch (cause) {
        return signal.aborted ? { kind: "timeout" } : { kind: "error", cause };
      }
    },
  };
}

/** Families that think always refuse the switch; they get room for it instead. */
function budget(model: string) {
  return /haiku|sonnet/.test(model)
    ? { max_tokens: 400, thinking: { type: "disabled" as const } }
    : { max_tokens: 4000 };
}

function attempt<T>(read: () => T): { ok: true; value: T } | { ok: false; why: string } {
  try {
    return { ok: true, value: read() };
  } catch (cause) {
    return { ok: false, why: cause instanceof Error ? cause.message : String(cause) };
  }
}
