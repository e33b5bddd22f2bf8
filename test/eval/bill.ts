/** Tokens, time and money of an evaluation, as lines to print. */
import type { EvalResult } from "./interpret.ts";

/** Dollars per million tokens, input and output. A model that is not listed gets no price. */
const prices: Readonly<Record<string, readonly [number, number]>> = {
  "claude-haiku-5-5": [0.1, 0.5],
  "claude-haiku-4-5": [1, 5],
};

/** What it took, per message where that makes sense. */
export function bill(model: string, { usage, milliseconds, fallbacks, marks }: EvalResult): string[] {
  const input = usage.reduce((sum, one) => sum + one.inputTokens, 0);
  const output = usage.reduce((sum, one) => sum + one.outputTokens, 0);
  const calls = Math.max(1, usage.length);
  const price = prices[model];
  const dollars = price && (input * price[0] + output * price[1]) / 1e6;
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const quantile = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return [
    `tokens: ${input} in, ${output} out; per message ${Math.round(input / calls)} in, ${Math.round(output / calls)} out`,
    dollars === undefined
      ? `cost: no price is known for ${model}`
      : `cost: $${dollars.toFixed(4)}; per message $${(dollars / calls).toFixed(6)}`,
    `time: median ${quantile(0.5)} ms, 95 % ${quantile(0.95)} ms, slowest ${quantile(1)} ms`,
    `answered by the rules instead: ${fallbacks.length} of ${marks.length}`,
    ...[...new Set(fallbacks)].map((why) => `  ${why}`),
  ];
}
