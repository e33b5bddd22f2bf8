/** A session that is over, as the desk sees it. Pure. */
import { isEnded, type SessionView } from "../../protocol/session.ts";
import type { IndexEntry } from "./index.ts";

export function endedView({ record, overAt, state }: IndexEntry): SessionView {
  const { name, project, createdAt, task, origin } = record;
  return {
    name,
    project,
    createdAt,
    task,
    origin,
    state: isEnded(state) ? state : "lost",
    detail: "",
    since: overAt ?? createdAt,
  };
}
