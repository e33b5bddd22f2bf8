/** Which session is meant. */
import { describe, expect, it } from "vitest";
import type { Interpretation } from "../../../src/desk/interpret/interpretation.ts";
import { tokenOf } from "../../../src/desk/message/press.ts";
import { chooseSession, sessionByToken, sessionMeant } from "../../../src/desk/sessions/sessionMeant.ts";
import type { SessionView } from "../../../src/protocol/session.ts";
import { expectSound, longestName, session } from "../message/sound.ts";

const web = session({ name: "claude-web-1", project: "web" });
const api = session({ name: "claude-api-1", project: "api" });
const api2 = session({ name: "claude-api-2", project: "api" });
const old = session({ name: "claude-web-0", project: "web", state: "closed" });

const warden = (all: SessionView[]) => ({ sessions: async () => all });
const meant = async (
  words: string,
  all: SessionView[],
  repliedTo?: string,
  interpretation?: Interpretation,
) => {
  const request = { words, repliedTo, ...(interpretation ? { interpretation } : {}) };
  const found = await sessionMeant(request, warden(all));
  if (found.kind === "one") return found.session.name;
  return found.kind === "several" ? found.sessions.map((one) => one.name) : "none";
};

describe("a command about a session means", () => {
  it.each<[string, string, SessionView[], string | undefined, string | string[]]>([
    ["the only one that lives", "", [web, old], undefined, web.name],
    ["none when none lives", "", [old], undefined, "none"],
    ["a choice among several", "", [web, api], undefined, [web.name, api.name]],
    ["the one whose message was replied to", "", [web, api, old], api.name, api.name],
    ["also when that one is over", "", [web, old], old.name, old.name],
    ["the one of the project that is named", "web", [web, api], undefined, web.name],
    ["a choice among those of the project", "API", [web, api, api2], undefined, [api.name, api2.name]],
    ["the one whose name holds the words", "api-2", [web, api, api2], undefined, api2.name],
    ["a choice among all when the words fit none", "nonsense", [web, api], undefined, [web.name, api.name]],
    ["none when the words fit none and none lives", "nonsense", [old], undefined, "none"],
  ])("%s", async (_, words, all, repliedTo, answer) => {
    expect(await meant(words, all, repliedTo)).toEqual(answer);
  });
});

describe("a button about a session", () => {
  it("finds it again, also when it is over, and none that is forgotten", async () => {
    expect(await sessionByToken(tokenOf(old.name), warden([web, old]))).toBe(old);
    expect(await sessionByToken(tokenOf(old.name), warden([web]))).toBeUndefined();
    expect(await sessionByToken("", warden([web]))).toBeUndefined();
  });

  it("is one that Telegram takes, for every session to choose from", () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      session({ name: `${longestName}${at}`, detail: "x".repeat(99) }),
    );
    expectSound(chooseSession("Which one?", many, "status", "show"));
  });
});
