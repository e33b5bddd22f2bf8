/** Compares what was understood with what the corpus expects. */
import type { Interpretation, ProjectMeant } from "../../../../src/desk/interpret/interpretation.ts";
import type { CorpusCase } from "./cases.ts";

export interface Mark {
  readonly case: CorpusCase;
  readonly got: Interpretation;
  readonly intent: boolean;
  readonly project: boolean;
  readonly task: boolean;
  readonly session: boolean;
  readonly wishes: boolean;
  /** Work would be started or ended that was not asked for, without asking first. */
  readonly dangerous: boolean;
}

/** One sentence judged. */
export function mark(one: CorpusCase, got: Interpretation): Mark {
  const intent = one.intent.includes(got.intent);
  const project = one.project.some((expected) => projectFits(expected, got.project));
  const tasks = one.drop.map((dropped) => one.text.slice(dropped.length));
  return {
    case: one,
    got,
    intent,
    project,
    task: intent && ["launch", "message"].includes(got.intent) ? tasks.includes(got.task) : got.task === "",
    session: one.sessionName === null || one.sessionName === got.session,
    wishes: one.model === got.wishes.model && one.mode === got.wishes.permissionMode,
    dangerous: isDangerous(one, got, project),
  };
}

/** Everything but the session and the wishes, which are counted on their own. */
export function isRight(one: Mark): boolean {
  return one.intent && one.project && one.task;
}

function projectFits(expected: string, got: ProjectMeant): boolean {
  if (expected === "*") return true;
  if (expected === "-") return got.kind === "none";
  if (!expected.startsWith("?")) return got.kind === "sure" && got.slug === expected;
  const wanted = expected.slice(1).split(",").filter(Boolean);
  return got.kind === "unsure" && wanted.every((slug) => got.candidates.includes(slug));
}

function isDangerous(one: CorpusCase, got: Interpretation, project: boolean): boolean {
  if (got.wishes.permissionMode === "bypassPermissions" && one.mode !== "bypassPermissions") return true;
  if (!got.sure) return false;
  if (got.intent === "launch" && got.project.kind === "sure")
    return !one.intent.includes("launch") || !project;
  if (got.intent !== "stop" || got.session === undefined) return false;
  return !one.intent.includes("stop") || (one.sessionName !== null && got.session !== one.sessionName);
}
