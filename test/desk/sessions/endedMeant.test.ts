/** Which ended session a /resume is about. */
import { describe, expect, it } from "vitest";
import { endedMeant } from "../../../src/desk/sessions/endedMeant.ts";
import { session } from "../message/sound.ts";

const at = (
  name: string,
  since: number,
  project = "webapp",
  state: "exited" | "working" | "lost" = "exited",
) => session({ name, since, project, state });
const old = at("claude-webapp-20260303-142000", 1);
const last = at("claude-webapp-20260303-150000", 2, "webapp", "lost");
const api = at("claude-api-20260303-151500", 3, "api");
const live = at("claude-webapp-20260303-160000", 4, "webapp", "working");
const all = [live, old, last, api];

const meant = (words: string, about: { repliedTo?: string } = {}) => {
  const { sessions, words: rest } = endedMeant({ words, repliedTo: undefined, ...about }, all);
  return [sessions.map((one) => one.name), rest] as const;
};

describe("/resume", () => {
  it("alone offers what ended, newest first, and nothing that lives", () => {
    expect(meant("")).toEqual([[api.name, last.name, old.name], ""]);
  });

  it("means the session that is named, and the words after it", () => {
    expect(meant(`${old.name}  now with\ntests`)).toEqual([[old.name], "now with\ntests"]);
    expect(meant("api skip the docs")).toEqual([[api.name], "skip the docs"]);
    expect(meant("150000")).toEqual([[last.name], ""]);
  });

  it("offers all of a project that has several", () => {
    expect(meant("webapp")).toEqual([[last.name, old.name], ""]);
  });

  it("as a reply means the session replied to, and all its words", () => {
    expect(meant("go on with tests", { repliedTo: old.name })).toEqual([[old.name], "go on with tests"]);
  });

  it("never means a session that lives, nor guesses at one that is not known", () => {
    expect(meant(live.name)[0]).toEqual([]);
    expect(meant("blog")[0]).toEqual([]);
  });

  it("in plain words means the project that was understood", () => {
    const interpretation = {
      intent: "resume",
      sure: true,
      project: { kind: "sure" as const, slug: "api" },
      session: undefined,
      task: "",
      wishes: {},
      by: "rules" as const,
    };
    const { sessions } = endedMeant({ words: "resume api", repliedTo: undefined, interpretation }, all);
    expect(sessions.map((one) => one.name)).toEqual([api.name]);
  });
});
