/** What the guardian of a project may do. Pure. */
import type { ProjectSettings } from "../../config/projects.ts";

export interface GuardPolicy {
  /** How often in a row a conversation that crashes is taken up again. */
  resumes: number;
  /** How long it waits before each; the last one holds for all that follow. */
  backOffMs: readonly number[];
}

const defaultResumes = 3;
/** Enough for what a crash left to go, for a machine short of memory to recover, and for trouble of minutes to pass. */
const backOffMs = [5_000, 30_000, 120_000];

/** Undefined where nobody asked for a guardian. */
export function guardPolicy(setting: ProjectSettings["guardian"]): GuardPolicy | undefined {
  if (!setting) return undefined;
  return { resumes: setting === true ? defaultResumes : setting.resumes, backOffMs };
}
