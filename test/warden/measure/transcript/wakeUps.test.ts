/** Wake-ups that a session set for itself, from its transcript. */
import { describe, expect, it } from "vitest";
import { parseLine, type TranscriptLine } from "../../../../src/warden/measure/transcript/line.ts";
import {
  isAnswered,
  lastFailure,
  lastPersonPromptId,
} from "../../../../src/warden/measure/transcript/turns.ts";
import { wakeUpsOf } from "../../../../src/warden/measure/transcript/wakeUps.ts";

const line = (value: object): TranscriptLine => {
  const parsed = parseLine(JSON.stringify(value));
  if (!parsed) throw new Error("no line of a transcript");
  return parsed;
};
const called = (name: string, input: object, id = "t1") =>
  line({ type: "assistant", message: { id: "m", content: [{ type: "tool_use", id, name, input }] } });
const gave = (content: string, id = "t1", isError = false) =>
  line({
    type: "user",
    message: { content: [{ type: "tool_result", tool_use_id: id, content, is_error: isError }] },
  });
const prompt = (text: string) => line({ type: "user", message: { content: text } });
const answer = (text: string, about: object = {}) =>
  line({ type: "assistant", message: { id: "a", content: [{ type: "text", text }] }, ...about });

const cron = { cron: "*/5 * * * *", prompt: "Look at the build", recurring: true };

describe("1: wake-ups", () => {
  it("that were set are known, until they are taken back", () => {
    const set = [prompt("watch"), called("CronCreate", cron), gave("Scheduled d90b0b50 (Every 5 minutes)")];
    expect(wakeUpsOf(set)).toEqual(["*/5 * * * *: Look at the build"]);
    expect(wakeUpsOf([...set, called("CronDelete", { id: "ffffffff" }, "t2")])).toHaveLength(1);
    expect(wakeUpsOf([...set, called("CronDelete", { id: "d90b0b50" }, "t2")])).toEqual([]);
  });

  it("that come once are over with the next prompt, a cron is not", () => {
    const once = [
      called("ScheduleWakeup", { delaySeconds: 60, prompt: "Look again" }),
      gave("Wakeup in 60 s"),
    ];
    expect(wakeUpsOf(once)).toEqual(["in 60 s: Look again"]);
    expect(wakeUpsOf([...once, prompt("Look again")])).toEqual([]);
    expect(wakeUpsOf([called("CronCreate", cron), gave("ok"), prompt("Look at the build")])).toHaveLength(1);
  });

  it("that were refused are none", () => {
    expect(wakeUpsOf([called("ScheduleWakeup", {}), gave("Wakeup not scheduled", "t1", true)])).toEqual([]);
  });
});

describe("2: a conversation's end", () => {
  it("is unanswered while nothing came after the last prompt", () => {
    expect(isAnswered([prompt("one"), answer("Done."), prompt("two")])).toBe(false);
    expect(isAnswered([prompt("one"), answer("Done.")])).toBe(true);
    expect(isAnswered([])).toBe(false);
  });

  it("is unanswered while a call has no result", () => {
    const line = (value: object) => [parseLine(JSON.stringify(value))].filter((one) => one !== undefined);
    const use = { type: "tool_use", id: "t1", name: "Bash", input: {} };
    const result = { type: "tool_result", tool_use_id: "t1", content: "ok" };
    const called = line({ type: "assistant", message: { id: "m", content: [use] } });
    const given = line({ type: "user", message: { content: [result] } });
    expect(isAnswered([prompt("one"), ...called])).toBe(false);
    expect(isAnswered([prompt("one"), ...called, ...given])).toBe(true);
  });

  it("is not unanswered for a command that Claude Code carried out itself, nor for what it shortened", () => {
    const talk = [prompt("one"), answer("Done.")];
    const compact = prompt(
      "<command-name>/compact</command-name>\n<command-message>compact</command-message>",
    );
    const printed = prompt("<local-command-stdout>Compacted</local-command-stdout>");
    const summary = line({
      type: "user",
      isCompactSummary: true,
      message: { content: "This session goes on from" },
    });
    expect(isAnswered([...talk, summary, compact, printed])).toBe(true);
    expect(isAnswered([...talk, prompt("<command-name>/speckit.specify</command-name>")])).toBe(false);
  });

  it("is a failure when the API's refusal is the last thing", () => {
    const refused = answer("API Error: 400", { isApiErrorMessage: true });
    expect(lastFailure([prompt("one"), refused])).toBe("API Error: 400");
    expect(lastFailure([prompt("one"), refused, prompt("two")])).toBe("");
    expect(lastFailure([prompt("one"), refused, prompt("two"), answer("Done.")])).toBe("");
  });
});

it("2: the last prompt of a person is neither a notice nor a wake-up of the session's own", () => {
  const prompt = (promptId: string, text: string) =>
    parseLine(JSON.stringify({ type: "user", promptId, message: { content: text } }));
  const lines = [
    prompt("one", "set a cron"),
    prompt("two", "now test it"),
    prompt("three", "look whether the deploy is done"),
    prompt("four", "<task-notification> it ended </task-notification>"),
  ].flatMap((line) => line ?? []);
  expect(lastPersonPromptId(lines, ["*/10 * * * *: look whether the deploy is done"])).toBe("two");
  expect(lastPersonPromptId(lines, [])).toBe("three");
});
