/** Runs the corpus on a model and gathers what it took. */
import PQueue from "p-queue";
import { createModelInterpreter } from "../../src/desk/interpret/model/model-interpreter.ts";
import { interpretSlots } from "../../src/desk/interpret/model/question.ts";
import { createRuleInterpreter } from "../../src/desk/interpret/rules/rule-interpreter.ts";
import type { StructuredModel, TokenUsage } from "../../src/desk/model/structuredModel.ts";
import { loadPrompt } from "../../src/prompts/load.ts";
import type { CorpusCase } from "../desk/interpret/corpus/cases.ts";
import { type Mark, mark } from "../desk/interpret/corpus/score.ts";
import { specs } from "../desk/interpret/specs.ts";

export interface EvalResult {
  readonly marks: readonly Mark[];
  readonly usage: readonly TokenUsage[];
  /** Why the rules had to answer, one per sentence. */
  readonly fallbacks: readonly string[];
  readonly milliseconds: readonly number[];
}

/** One call per sentence, a few at a time. */
export async function evaluate(client: StructuredModel, cases: readonly CorpusCase[]): Promise<EvalResult> {
  const usage: TokenUsage[] = [];
  const fallbacks: string[] = [];
  const milliseconds: number[] = [];
  const interpreter = createModelInterpreter({
    client,
    intents: specs,
    prompt: await loadPrompt("interpret", interpretSlots),
    fallback: createRuleInterpreter(specs),
    onUsage: (tokens) => usage.push(tokens),
    onFallback: (reason, why) =>
      fallbacks.push(`${reason}: ${why instanceof Error ? why.message : String(why)}`),
  });
  const queue = new PQueue({ concurrency: 4 });
  const marks = await queue.addAll(
    cases.map((one) => async () => {
      const started = performance.now();
      const got = await interpreter.interpret(one.request);
      milliseconds.push(performance.now() - started);
      return mark(one, got);
    }),
  );
  return { marks, usage, fallbacks, milliseconds };
}
