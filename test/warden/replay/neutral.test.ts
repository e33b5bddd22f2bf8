/** Evidence made neutral: the judge goes by it as before, and nobody's words are left in it. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Evidence } from "../../../src/warden/evidence/evidence.ts";
import { neutraliser, ours } from "../../../src/warden/replay/neutral.ts";
import { story } from "../judge/random.ts";
import * as s from "../judge/situation.ts";

const names = { replace: [["ada", "user"]] as const, redact: (text: string) => text, keepWords: false };

/** Names of the fields that take only certain words. */
function certainFields(schema: unknown, key = ""): string[] {
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return [key];
  if (schema instanceof z.ZodArray) return certainFields(schema.element, key);
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((one) => certainFields(one, key));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, one]) => certainFields(one, name));
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return certainFields(schema.unwrap(), key);
  return [];
}

describe("neutral evidence", () => {
  it("keeps every field that takes only certain words: it would be no evidence else", () => {
    const fields = certainFields(Evidence);
    expect(fields).toEqual(expect.arrayContaining(["channel", "event", "kind", "status"]));
    expect(fields.filter((field) => !ours.has(field))).toEqual([]);
  });

  it("is judged as what it was made of", () => {
    for (let seed = 1; seed <= 1_000; seed++) {
      const { evidence, ms } = story(seed);
      const { state, rule } = s.judge(evidence.map(neutraliser(names)), ms);
      expect([state, rule], `seed ${seed}`).toEqual([
        s.judge(evidence, ms).state,
        s.judge(evidence, ms).rule,
      ]);
    }
  });

  it("keeps what is compared with each other alike: a prompt that a wake-up of its own brought", () => {
    const wakes = [
      ...s.atWork,
      s.stop(2_000, { wakeUps: ["*/5 * * * *: Look at ada's build"] }),
      s.hook(3_000, {
        event: "UserPromptSubmit",
        turn: "two",
        machine: false,
        prompt: "Look at ada's build",
      }),
    ];
    const neutral = wakes.map(neutraliser(names));
    expect(s.fold(neutral).turn?.machine).toBe(true);
    expect(JSON.stringify(neutral)).not.toMatch(/ada|build/i);
  });

  it("has nobody's words and names in it, and with words kept no names and secrets", () => {
    const told = [
      s.stop(1, { lastMessage: "ada's secret is out", tasks: ["serve ada's files"] }),
      s.permission(2),
      s.screen(3, "dear ada", null, { said: "ada?", retrying: "ada waits" }),
      s.ending(4, false, "ada", { failure: "ada is refused", wakeUps: ["ada wakes"] }),
      s.registry(5, "waiting", "ada's prompt"),
    ];
    const text = JSON.stringify(told.map(neutraliser(names)));
    expect(text).not.toMatch(/ada|secret|files|rm -rf|dear|refused/);
    const redact = (words: string) => words.replaceAll("secret", "[secret]");
    const kept = JSON.stringify(told.map(neutraliser({ ...names, redact, keepWords: true })));
    expect(kept).toContain("user's [secret] is out");
    expect(kept).not.toContain("ada");
  });
});
