/** May a launch begin, and how: every answer. */
import { describe, expect, it } from "vitest";
import type { LaunchCommand } from "../../../src/protocol/commands.ts";
import type { SessionView } from "../../../src/protocol/session.ts";
import { type AdmitInput, admit } from "../../../src/warden/launch/admit.ts";

const busy: SessionView = {
  name: "claude-web-1",
  project: "web",
  state: "working",
  detail: "",
  createdAt: 0,
  since: 0,
  task: "t",
  origin: "o",
};

type Asked = Omit<Partial<AdmitInput>, "command"> & { command?: Partial<LaunchCommand> };

function admitted({ command, ...rest }: Asked = {}) {
  const asked: LaunchCommand = { id: "1", project: "web", task: "t", origin: "o", ...command };
  return admit({
    settledMode: "acceptEdits",
    inProject: [],
    running: 0,
    maxSessions: 2,
    ...rest,
    command: asked,
  });
}

const bypass = "bypassPermissions";
const reply = (outcome: string) => ({ kind: "reply", reply: { outcome } });
const go = (about: object) => ({ kind: "go", ...about });

const cases: readonly [string, Asked, object][] = [
  ["no mode is known", { settledMode: undefined }, reply("needs-mode")],
  ["the settled mode", {}, go({ permissionMode: "acceptEdits", bypassConsent: false, why: "" })],
  [
    "a wish wins over the settled mode",
    { command: { permissionMode: "plan" } },
    go({ permissionMode: "plan" }),
  ],
  ["bypass by wish, no consent", { command: { permissionMode: bypass } }, reply("needs-consent")],
  [
    "bypass by wish, consent given",
    { command: { permissionMode: bypass, bypassConsent: true } },
    go({ permissionMode: bypass, bypassConsent: true }),
  ],
  [
    "bypass in the settings is consent",
    { settledMode: bypass },
    go({ permissionMode: bypass, bypassConsent: true }),
  ],
  [
    "consent without bypass means nothing",
    { command: { bypassConsent: true } },
    go({ permissionMode: "acceptEdits", bypassConsent: false }),
  ],
  [
    "plan where bypass is settled is not bypass",
    { settledMode: bypass, command: { permissionMode: "plan" } },
    go({ permissionMode: "plan", bypassConsent: false }),
  ],
  [
    "a busy project is asked about",
    { inProject: [busy] },
    { kind: "reply", reply: { outcome: "busy", sessions: [busy] } },
  ],
  ["beside it", { inProject: [busy], command: { whenBusy: "beside" } }, go({ why: "" })],
  [
    "after it",
    { inProject: [busy], command: { whenBusy: "after" } },
    go({ after: ["claude-web-1"], why: "It starts after claude-web-1." }),
  ],
  ["after it, when nothing is busy any more", { command: { whenBusy: "after" } }, go({ why: "" })],
  ["one below the limit", { running: 1 }, go({ why: "" })],
  ["at the limit it waits for room", { running: 2 }, go({ after: [] })],
  [
    "beside it, at the limit",
    { inProject: [busy], running: 2, command: { whenBusy: "beside" } },
    go({ after: [] }),
  ],
  [
    "consent is asked before busy",
    { inProject: [busy], command: { permissionMode: bypass } },
    reply("needs-consent"),
  ],
];

describe("a launch", () => {
  it.each(cases)("%s", (_, asked, answer) => {
    expect(admitted(asked)).toMatchObject(answer);
  });

  it("at once waits for nobody", () => {
    expect(admitted()).not.toHaveProperty("after");
  });
});
