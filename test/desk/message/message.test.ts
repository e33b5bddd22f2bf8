/** Drafts, buttons, small words and secrets. */
import { describe, expect, it } from "vitest";
import { bold, clip, code, draft, withLine } from "../../../src/desk/message/compose.ts";
import { parsePress, press, tokenOf } from "../../../src/desk/message/press.ts";
import { redact } from "../../../src/desk/message/redact.ts";
import { count, duration, short } from "../../../src/desk/message/words.ts";
import { expectSound, hardTexts } from "./sound.ts";

describe("a draft", () => {
  it.each(hardTexts)("is what Telegram takes, whatever its words are: %.20j", (text) => {
    expectSound(draft({ lines: [text] }));
    expectSound(draft({ lines: ["a", bold(text), code(text), text], long: { text, fileName: "a.txt" } }));
    expectSound(withLine(draft({ lines: [text] }), text.slice(0, 100)));
  });

  it("leaves empty lines out, and formats without markup", () => {
    const { text, entities } = draft({ lines: ["a", "", bold("<b>"), code("`c`")] });
    expect(text).toBe("a\n<b>\n`c`");
    expect(entities).toEqual([
      { type: "bold", offset: 2, length: 3 },
      { type: "code", offset: 6, length: 3 },
    ]);
  });

  it("folds long material away, and makes a document of it when it fills a screen", () => {
    const folded = draft({ lines: ["a"], long: { text: "x".repeat(2_500), fileName: "a.txt" } });
    expect(folded.entities).toEqual([{ type: "expandable_blockquote", offset: 2, length: 2_500 }]);
    expect(folded).not.toHaveProperty("document");
    const filed = draft({ lines: ["a"], long: { text: "x".repeat(2_501), fileName: "a.txt" } });
    expect(filed).toMatchObject({ text: "a", document: { name: "a.txt", content: "x".repeat(2_501) } });
  });

  it("cuts at a whole character, and shows that it did", () => {
    expect(clip("abc", 3)).toBe("abc");
    expect(clip("abcd", 3)).toBe("ab…");
    expect(clip("a🚀🚀", 3)).toBe("a…");
  });
});

describe("a button", () => {
  it("says what is pressed", () => {
    const { data } = press("Stop", { action: "stop", verb: "ask", argument: "a b:c.d" }) as { data: string };
    expect(parsePress(data)).toEqual({ action: "stop", verb: "ask", argument: "a b:c.d" });
  });

  it.each(["", "stop", "stop.ask", "Stop.ask:x", ".:", "a.b c:d"])("of another kind is none: %j", (data) => {
    expect(parsePress(data)).toBeUndefined();
  });

  it("names a session in ten characters that differ from session to session", () => {
    const names = Array.from(
      { length: 5_000 },
      (_, at) => `claude-webapp-20260303-${String(at).padStart(6, "0")}`,
    );
    expect(new Set(names.map(tokenOf)).size).toBe(5_000);
    expect(names.every((name) => /^[\w-]{10}$/.test(tokenOf(name)))).toBe(true);
  });
});

describe("small words", () => {
  const hour = 3_600_000;
  it.each([
    [0, "1 s"],
    [40_400, "40 s"],
    [60_000, "1 min"],
    [59 * 60_000, "59 min"],
    [hour, "1 h"],
    [3 * hour + 20 * 60_000, "3 h 20 min"],
    [49 * hour, "49 h"],
  ])("%i ms is %s", (ms, said) => {
    expect(duration(ms)).toBe(said);
  });

  it("count one thing and several", () => {
    expect([count(0, "file"), count(1, "file"), count(6, "file")]).toEqual(["0 files", "1 file", "6 files"]);
    expect([count(1, "process"), count(2, "process")]).toEqual(["1 process", "2 processes"]);
    expect([short(999), short(12_345), short(2_500_000)]).toEqual(["999", "12.3k", "2.5M"]);
  });
});

describe("11: a secret", () => {
  // Put together here, so that no scanner takes this file for one that holds secrets.
  const secrets = [
    ["sk-ant", "api03", "A".repeat(40)].join("-"),
    ["sk", "proj", "a1".repeat(20)].join("-"),
    ["ghp", "a1".repeat(20)].join("_"),
    ["github", "pat", "a1".repeat(20)].join("_"),
    ["glpat", "a".repeat(20)].join("-"),
    ["xoxb", "1".repeat(12)].join("-"),
    `AKIA${"A".repeat(16)}`,
    `AIza${"a".repeat(35)}`,
    `123456789:${"A".repeat(35)}`,
    ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "a".repeat(20)].join("."),
  ];

  it.each(secrets)("of a known kind is blotted out wherever it stands (%#)", (secret) => {
    for (const text of [secret, `KEY=${secret}`, `"${secret}"`, `a\n${secret}\nb`]) {
      expect(redact(text, [])).not.toContain(secret);
    }
    expect(redact(`before ${secret} after`, [])).toBe("before [secret] after");
  });

  it("that is a private key is blotted out, also when its end is cut off", () => {
    const begin = ["-----BEGIN OPENSSH", "PRIVATE KEY-----"].join(" ");
    expect(redact(`a ${begin}\nabc\ndef`, [])).toBe("a [secret]");
  });

  it("of Jama's own is blotted out whatever it looks like", () => {
    expect(redact("x hunter2-hunter2 y", ["hunter2-hunter2", ""])).toBe("x [secret] y");
  });

  it("is not seen in ordinary words", () => {
    const plain = "commit 3fce6f0, 12:34:56, claude-webapp-20260303-142000, sk-learn, task-runner, AKIA";
    expect(redact(plain, ["short"])).toBe(plain);
    const names = "claude-sk-learn-20260303-142000, sk-learn-and-everything-around-it";
    expect(redact(names, [])).toBe(names);
  });
});
