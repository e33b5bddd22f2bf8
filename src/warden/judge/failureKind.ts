/**
 * What kind of failure ended a turn: what the person can do about it hangs on that. Pure. Claude Code's own name for
 * it decides; its message does where that name is too wide (a conversation that is full is an "invalid request").
 */
import type { FailureKind } from "../../protocol/failure.ts";

const byName: Readonly<Record<string, FailureKind>> = {
  rate_limit: "limit",
  billing_error: "billing",
  authentication_failed: "login",
  overloaded: "overloaded",
  server_error: "server",
  max_output_tokens: "output-full",
  model_not_found: "model",
};

const byMessage: readonly [RegExp, FailureKind][] = [
  [/prompt is too long|context limit reached|context window/i, "context-full"],
  [/you've (?:hit|reached) your|usage limit reached|limits? will reset/i, "limit"],
  [/credit balance is too low|billing/i, "billing"],
  [/run \/login|invalid api key|authentication|oauth/i, "login"],
  [/\boverloaded\b|\b529\b/i, "overloaded"],
  [/\bAPI Error: 5\d\d\b|internal server error/i, "server"],
  [/\bAPI Error: 4\d\d\b/i, "refused"],
];

export function failureKind(error: string, message: string): FailureKind {
  const said = byMessage.find(([says]) => says.test(message))?.[1];
  const named = byName[error];
  return named ?? said ?? (error === "invalid_request" ? "refused" : "unknown");
}
