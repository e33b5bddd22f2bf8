/** What the interpreter needs of a language model; `anthropic.ts` is the real one. */
import type { z } from "zod";

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface StructuredQuestion<T> {
  readonly system: string;
  readonly user: string;
  readonly schema: z.ZodType<T>;
  /** For everything together, retries included. */
  readonly timeoutMs: number;
}

/** Trouble is a value: `nonsense` is an answer that does not fit the schema, a refusal, or none. */
export type StructuredAnswer<T> =
  | { readonly kind: "answer"; readonly value: T; readonly usage: TokenUsage }
  | { readonly kind: "nonsense"; readonly why: string; readonly usage: TokenUsage }
  | { readonly kind: "timeout" }
  | { readonly kind: "error"; readonly cause: unknown };

export interface StructuredModel {
  ask<T>(question: StructuredQuestion<T>): Promise<StructuredAnswer<T>>;
}
