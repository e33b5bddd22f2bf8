/** May this launch begin, and how? Pure: the answer is a value, and nothing was touched to find it. */
import type { LaunchCommand, LaunchReply } from "../../protocol/commands.ts";
import type { SessionView } from "../../protocol/session.ts";

export interface AdmitInput {
  command: Pick<LaunchCommand, "permissionMode" | "whenBusy" | "bypassConsent">;
  /** The project's own mode (config.json), else the one of CLAUDE_PERMISSION_MODE. Both are recorded consent. */
  settledMode: string | undefined;
  /** Live sessions of this project, queued ones included. */
  inProject: readonly SessionView[];
  /** Sessions that hold memory now. */
  running: number;
  maxSessions: number;
}

export type Admission =
  | { kind: "reply"; reply: LaunchReply }
  /** `after` undefined: at once. Otherwise the sessions to wait for; none means until there is room. */
  | { kind: "go"; permissionMode: string; bypassConsent: boolean; after?: string[]; why: string };

const bypassMode = "bypassPermissions";

export function admit({ command, settledMode, inProject, running, maxSessions }: AdmitInput): Admission {
  const permissionMode = command.permissionMode ?? settledMode;
  if (permissionMode === undefined) return { kind: "reply", reply: { outcome: "needs-mode" } };
  const bypassConsent =
    permissionMode === bypassMode && (settledMode === bypassMode || command.bypassConsent === true);
  if (permissionMode === bypassMode && !bypassConsent) {
    return { kind: "reply", reply: { outcome: "needs-consent" } };
  }
  const whenBusy = command.whenBusy ?? "ask";
  if (inProject.length > 0 && whenBusy === "ask") {
    return { kind: "reply", reply: { outcome: "busy", sessions: [...inProject] } };
  }
  const go = { kind: "go", permissionMode, bypassConsent } as const;
  if (inProject.length > 0 && whenBusy === "after") {
    return { ...go, after: inProject.map((one) => one.name), why: `It starts after ${inProject[0]?.name}.` };
  }
  if (running >= maxSessions) {
    return {
      ...go,
      after: [],
      why: `${running} sessions run already (JAMA_MAX_SESSIONS); it starts when one ends.`,
    };
  }
  return { ...go, why: "" };
}
