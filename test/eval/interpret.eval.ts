/**
 * The corpus on the real model. Needs ANTHROPIC_API_KEY; JAMA_MODEL and ANTHROPIC_BASE_URL are heard.
 * Costs about 400 short calls.
 */
import Anthropic from "@anthropic-ai/sdk";
import { expect, test } from "vitest";
import { createAnthropicModel } from "../../src/desk/model/anthropic.ts";
import { loadCorpus } from "../desk/interpret/corpus/cases.ts";
import { misses, summary } from "../desk/interpret/corpus/report.ts";
import { bill } from "./bill.ts";
import { evaluate } from "./interpret.ts";

const key = process.env["ANTHROPIC_API_KEY"];
const model = process.env["JAMA_MODEL"] ?? "claude-haiku-5-5";

test(`the corpus on ${model}`, async () => {
  if (key === undefined || key === "") {
    throw new Error(
      "ANTHROPIC_API_KEY is not set: the evaluation asks the real model. Set it and run again.",
    );
  }
  const client = createAnthropicModel({ client: new Anthropic({ apiKey: key }), model });
  const result = await evaluate(client, loadCorpus());

  const heldOut = result.marks.filter((one) => one.case.heldOut);
  const lines = [summary(model, result.marks), summary("held out only", heldOut), ...bill(model, result)];
  console.log([...lines, ...misses(result.marks)].join("\n"));

  expect(result.usage, "the model never answered").not.toHaveLength(0);
  expect(misses(result.marks.filter((one) => one.dangerous))).toEqual([]);
});
