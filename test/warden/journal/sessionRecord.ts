/** A session's record, as plain as can be. */
import type { SessionRecord } from "../../../src/warden/journal/record.ts";

export function sessionRecord(about: Partial<SessionRecord> = {}): SessionRecord {
  return {
    v: 1,
    name: "claude-webapp-20260303-142000",
    commandId: "u1",
    project: "webapp",
    projectPath: "/home/me/webapp",
    folder: "/home/me/.jama/sessions/claude-webapp-20260303-142000",
    claudeId: "2a980f71-2d3e-48ac-a65f-ffd090af5449",
    createdAt: 1_772_547_600_000,
    task: "add pagination",
    origin: "o",
    permissionMode: "plan",
    bypassConsent: false,
    ...about,
  };
}
