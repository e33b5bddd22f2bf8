/** The questions on the way to a launch, as messages. */
import { describe, expect, it } from "vitest";
import type { LaunchDraft } from "../../../src/desk/launching/launchDraft.ts";
import * as questions from "../../../src/desk/launching/questions.ts";
import { expectSound, hardTexts, labels, longestName, longestSlug, session } from "../message/sound.ts";

const request = (about: Partial<LaunchDraft> = {}): LaunchDraft => ({
  id: "u2147483647",
  task: "add pagination",
  origin: "o",
  candidates: [],
  whenBusy: "ask",
  bypassConsent: false,
  ...about,
});
const project = (slug: string, name = slug) => ({ slug, name, aliases: [], description: "" });

describe("a question on the way to a launch", () => {
  it("offers the likely projects first, and the way to the others", () => {
    const asked = questions.askProject(request({ candidates: ["web", "gone"] }), [
      project("api"),
      project("web"),
    ]);
    expect(labels(asked)).toEqual([["web"], ["Another", "Cancel"]]);
  });

  it("offers all projects, two in a row, when none is likelier", () => {
    const asked = questions.askProject(
      request(),
      ["a", "b", "c"].map((slug) => project(slug)),
    );
    expect(labels(asked)).toEqual([["a", "b"], ["c"], ["Cancel"]]);
  });

  it("says what to do for a project that has no button, when there are too many for that", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => project(`p${at}`));
    const hint = "send it again with the project's name";
    expect(questions.askProject(request(), many(24)).text).not.toContain(hint);
    const asked = questions.askProject(request(), many(25));
    expect(asked.text).toContain(hint);
    expect(labels(asked).flat()).toHaveLength(25);
  });

  it.each(hardTexts)("is one that Telegram takes, for the longest names and %.20j", (text) => {
    const asked = request({ task: text, project: longestSlug });
    const projects = Array.from({ length: 99 }, () => project(longestSlug, text || "n"));
    const busy = Array.from({ length: 99 }, () => session({ name: longestName, detail: text }));
    expectSound(questions.askProject(asked, projects));
    expectSound(questions.askBusy(asked, busy));
    expectSound(questions.askMode(asked));
    expectSound(questions.askConsent(asked));
    expectSound(questions.refused(text));
    expectSound(questions.cancelled(text));
  });
});
