/** Which session that is over a request is about, and what else it says. Pure. */
import { isEnded, type SessionView } from "../../protocol/session.ts";
import type { Request } from "../action.ts";

export interface EndedMeant {
  /** Those that may be meant, newest first; one when it is clear. */
  sessions: SessionView[];
  /** What follows the session's name. */
  words: string;
}

/** More would fill a phone's screen. */
const offered = 6;

/** Replied to, named by its name or project, or else the last ones that ended. `all`: newest first. */
export function endedMeant(
  { words, repliedTo, interpretation }: Pick<Request, "words" | "repliedTo" | "interpretation">,
  all: readonly SessionView[],
): EndedMeant {
  const ended = all.filter((one) => isEnded(one.state)).sort((one, other) => other.since - one.since);
  const of = (fits: (one: SessionView) => boolean) => ended.filter(fits).slice(0, offered);
  if (interpretation) {
    const { project, session } = interpretation;
    const named = of((one) => one.name === (session ?? repliedTo));
    if (named.length > 0) return { sessions: named, words: "" };
    return {
      sessions: of((one) => project.kind !== "sure" || one.project === project.slug),
      words: "",
    };
  }
  const [first = "", ...rest] = words.trim().split(/\s+/);
  const said = first.toLowerCase();
  const after = words.trim().slice(first.length).trim();
  const exact = of((one) => one.name === first);
  if (exact.length > 0) return { sessions: exact, words: after };
  const replied = of((one) => one.name === repliedTo);
  if (replied.length > 0) return { sessions: replied, words: words.trim() };
  if (said === "") return { sessions: of(() => true), words: "" };
  const near = of((one) => one.project === said || one.name.includes(said));
  return near.length > 0
    ? { sessions: near, words: after }
    : { sessions: [], words: [first, ...rest].join(" ") };
}
