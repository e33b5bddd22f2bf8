/** The record of a session that is about to be: for new work, and for a conversation that goes on. Pure. */
import { join } from "node:path";
import type { LaunchCommand } from "../../protocol/commands.ts";
import type { Resumes, SessionRecord } from "../journal/record.ts";
import type { LocalProject } from "../projects/projects.ts";

/** Characters of the task that the record keeps for lists; the whole is in task.md. */
const taskHead = 300;

/** What every session has of its own, whatever it is for. */
export interface Begun {
  name: string;
  commandId: string;
  /** JAMA_HOME. */
  home: string;
  createdAt: number;
  /** Set when it must wait for its turn. */
  after?: string[];
}

export function recordOfLaunch(
  begun: Begun,
  command: Pick<LaunchCommand, "task" | "origin" | "model">,
  project: LocalProject,
  admission: { permissionMode: string; bypassConsent: boolean },
  claudeId: string,
): SessionRecord {
  const model = command.model ?? project.settings.model;
  const { mcpConfig, verify } = project.settings;
  return {
    ...common(begun),
    project: project.slug,
    projectPath: project.path,
    claudeId,
    task: command.task.slice(0, taskHead),
    origin: command.origin,
    permissionMode: admission.permissionMode,
    bypassConsent: admission.bypassConsent,
    ...(model === undefined ? {} : { model }),
    ...(mcpConfig === undefined ? {} : { mcpConfig }),
    ...(verify === undefined ? {} : { verify }),
  };
}

/** Everything as it was, but for what is a session's own; the base is kept anew. */
export function recordOfResume(
  begun: Begun,
  former: SessionRecord,
  about: {
    claudeId: string;
    text: string | undefined;
    origin: string | undefined;
    before: Resumes["before"];
    guard: Resumes["guard"];
  },
): SessionRecord {
  const { base: _, after: __, ...kept } = former;
  const { claudeId, text, origin, before, guard } = about;
  return {
    ...kept,
    ...common(begun),
    claudeId,
    task: text?.slice(0, taskHead) ?? former.task,
    origin: origin ?? former.origin,
    resumes: { session: former.name, ownWords: text !== undefined, before, ...(guard ? { guard } : {}) },
  };
}

function common({ name, commandId, home, createdAt, after }: Begun) {
  const folder = join(home, "sessions", name);
  return { v: 1 as const, name, commandId, folder, createdAt, ...(after === undefined ? {} : { after }) };
}
