/** Which session is meant. Undefined whenever more than one could be: nothing is stopped by a guess. */
import type { ProjectMeant } from "../interpretation.ts";
import type { InterpretRequest, SessionInContext } from "../interpreter.ts";
import type { Mention } from "./mentions.ts";

/** Named, else of the project named, else replied to, else the only candidate there is. */
export function whichSession(
  request: InterpretRequest,
  named: ProjectMeant,
  sessionsNamed: readonly Mention[],
  candidates: readonly SessionInContext[],
): string | undefined {
  if (sessionsNamed.length > 0) return sessionsNamed.length === 1 ? sessionsNamed[0]?.session : undefined;
  if (named.kind === "unsure") return undefined;
  const replied = request.repliedTo;
  if (named.kind === "sure") {
    const there = candidates.filter((session) => session.project === named.slug);
    if (there.some((session) => session.name === replied)) return replied;
    return there.length === 1 ? there[0]?.name : undefined;
  }
  return replied ?? (candidates.length === 1 ? candidates[0]?.name : undefined);
}

/** The project of a session: as listed, else as its name tells (an ended one is not listed). */
export function projectOfSession(name: string | undefined, request: InterpretRequest): string | undefined {
  if (name === undefined) return undefined;
  const live = request.sessions.find((session) => session.name === name)?.project;
  const slug = live ?? /^claude-(.+)-\d{8}-\d{6}(?:-\d+)?$/.exec(name)?.[1];
  return request.projects.some((project) => project.slug === slug) ? slug : undefined;
}
