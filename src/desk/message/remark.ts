/** How a request was understood, where that is worth a line. Pure. */
import type { FallbackReason, Interpretation } from "../interpret/interpretation.ts";

const reasons: Record<FallbackReason, string> = {
  "no-key": "no ANTHROPIC_API_KEY is set",
  timeout: "it did not answer in time",
  error: "it could not be reached",
  nonsense: "its answer made no sense",
};

/** Empty when the model understood it. */
export function remarkOn(interpretation: Interpretation | undefined): string {
  const fallback = interpretation?.fallback;
  return fallback ? `(Understood by rules, without the model: ${reasons[fallback]}.)` : "";
}
