/** What a scripted model does next, one small constructor each: a session's behaviour is a list of these. */
import type { ModelRequest } from "./records.ts";
import type { AnswerBlock } from "./wire.ts";

/** How an answer's bytes are spread over time. */
export interface Pace {
  /** Into how many pieces the text is cut. */
  readonly chunks: number;
  /** Milliseconds between two pieces. */
  readonly ms: number;
}

/** A step that is known beforehand. */
export type FixedStep =
  | {
      readonly kind: "answer";
      readonly blocks: readonly AnswerBlock[];
      readonly stop?: "max_tokens";
      readonly pace?: Pace;
      /** The connection breaks after this many stream events. */
      readonly hangUpAfter?: number;
    }
  | { readonly kind: "think"; readonly ms: number }
  | {
      readonly kind: "fail";
      readonly status: number;
      readonly type: string;
      readonly message: string;
      /** `turn`: every request until the conversation holds a new prompt. */
      readonly times: number | "turn";
      readonly retryAfter?: number;
    };

/** A function decides when the request is there. */
export type Step = FixedStep | ((request: ModelRequest) => FixedStep | Promise<FixedStep>);
export type AnswerStep = Extract<FixedStep, { kind: "answer" }>;

/** Says something and ends the turn. */
export function say(text: string): AnswerStep {
  return { kind: "answer", blocks: [{ type: "text", text }] };
}

/** Says something in so many pieces, with a pause between them. */
export function slowly(text: string, chunks: number, ms: number): AnswerStep {
  return { ...say(text), pace: { chunks, ms } };
}

/** Says something that was cut off at the token limit. */
export function cutOff(text: string): AnswerStep {
  return { ...say(text), stop: "max_tokens" };
}

/** Answers with a value as JSON: what structured outputs carry. */
export function json(value: unknown): AnswerStep {
  return say(JSON.stringify(value));
}

/** Several answers as one: text before a tool, or tools side by side. */
export function together(...steps: AnswerStep[]): AnswerStep {
  return { kind: "answer", blocks: steps.flatMap((step) => step.blocks) };
}

/** Waits before the next step of the list answers. */
export function think(ms: number): FixedStep {
  return { kind: "think", ms };
}

/**
 * Fails so many requests in a row, then the script goes on. By default an error that a client may retry (429,
 * 5xx) comes once and any other fails the whole turn: Claude Code 2.1.329 sends a request that got a 400
 * again in up to five plainer forms before it gives up. `retryAfter` is in seconds.
 */
export function fail(
  status: number,
  type: string,
  message: string,
  options: { times?: number | "turn"; retryAfter?: number } = {},
): FixedStep {
  const retryable = status === 429 || status >= 500;
  const { times = retryable ? 1 : "turn", retryAfter } = options;
  return { kind: "fail", status, type, message, times, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Begins to say something and breaks the connection after so many stream events. */
export function hangUp(afterChunks: number, text = "Let me look at this first."): AnswerStep {
  return { ...say(text), hangUpAfter: afterChunks };
}
