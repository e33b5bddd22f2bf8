/** How a launch is asked of the warden, and what the person is asked on the way. */
import { describe, expect, it } from "vitest";
import type { Desk } from "../../../src/desk/action.ts";
import type { Incoming } from "../../../src/desk/inbox/incoming.ts";
import type { LaunchDraft } from "../../../src/desk/launching/launchDraft.ts";
import { proceed } from "../../../src/desk/launching/proceed.ts";
import { openDeskState, type StateData } from "../../../src/desk/state/deskState.ts";
import type { LaunchCommand } from "../../../src/protocol/commands.ts";
import { admit } from "../../../src/warden/launch/admit.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";

const incoming: Incoming = {
  kind: "text",
  updateId: 1,
  at: 0,
  from: { id: 42, name: "Ada" },
  chat: 42,
  messageId: 1,
  text: "t",
};

/** A desk whose warden admits as the real one does, for a project with this mode of its own. */
async function setUp(settledMode: string | undefined, remembered: Partial<StateData> = {}) {
  const { log } = rememberingLog();
  const state = await openDeskState(await tempFolder(), log);
  await state.update((data) => Object.assign(data, remembered));
  const asked: LaunchCommand[] = [];
  const said: string[] = [];
  const launch: Desk["warden"]["launch"] = async (command) => {
    asked.push(command);
    const admission = admit({ command, settledMode, inProject: [], running: 0, maxSessions: 9 });
    return admission.kind === "reply"
      ? admission.reply
      : { outcome: "accepted", session: admission.permissionMode, queued: false };
  };
  const unused = () => Promise.reject(new Error("not asked for here"));
  const desk: Desk = {
    warden: {
      launch,
      resume: unused,
      interrupt: unused,
      goOn: unused,
      projects: async () => [],
      sessions: unused,
      status: unused,
      explain: unused,
      stop: unused,
      judge: unused,
      task: unused,
      endLeftovers: unused,
      subscribe: () => undefined,
      notices: () => undefined,
      check: () => ({ outcome: "running" }),
    },
    state,
    actions: [],
    say: async (_, __, draft) => void said.push(draft.text),
    rewrite: unused,
    dropButtons: unused,
    log,
  };
  const request: LaunchDraft = {
    id: "u1",
    task: "t",
    origin: "o",
    project: "web",
    candidates: [],
    whenBusy: "ask",
    bypassConsent: false,
  };
  const go = async (about: Partial<LaunchDraft> = {}) => proceed({ ...request, ...about }, incoming, desk);
  return { go, asked, said, state };
}

describe("the permission mode of a launch", () => {
  it("is the project's own, also when another one was chosen once for projects without", async () => {
    const { go } = await setUp("plan", { permissionMode: "bypassPermissions", bypassConsent: true });
    expect(await go()).toMatchObject({ kind: "launched", session: "plan" });
  });

  it("is the one that was chosen once, where the project has none", async () => {
    const { go, said } = await setUp(undefined, { permissionMode: "acceptEdits" });
    expect(await go()).toMatchObject({ kind: "launched", session: "acceptEdits" });
    expect(said).toEqual([]);
  });

  it("is the one that the request names, before all others", async () => {
    const { go } = await setUp("plan", { permissionMode: "acceptEdits" });
    expect(await go({ permissionMode: "manual" })).toMatchObject({ session: "manual" });
  });

  it("is asked for when nobody has chosen any, and the request waits on disk", async () => {
    const { go, said, state } = await setUp(undefined);
    expect(await go()).toEqual({ kind: "asked" });
    expect(said[0]).toMatch(/^How much may Claude Code do without asking\?/);
    expect(state.data.pending["u1"]).toMatchObject({ task: "t", project: "web" });
  });

  it("needs consent to be bypass, once", async () => {
    const without = await setUp("plan");
    expect(await without.go({ permissionMode: "bypassPermissions" })).toEqual({ kind: "asked" });
    const once = await setUp("plan", { bypassConsent: true });
    expect(await once.go({ permissionMode: "bypassPermissions" })).toMatchObject({ kind: "launched" });
  });
});

describe("9: a launch", () => {
  it("has the same id however often it is tried, so that it begins once", async () => {
    const { go, asked } = await setUp(undefined, { permissionMode: "plan" });
    await go();
    await go();
    expect(new Set(asked.map((one) => one.id))).toEqual(new Set(["u1"]));
  });
});
