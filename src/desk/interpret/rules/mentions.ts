/** Where a text names projects and sessions. Finding only: which one is meant is decided elsewhere. */
import type { Project } from "../../../protocol/project.ts";
import type { SessionInContext } from "../interpreter.ts";
import { slips } from "./typos.ts";
import { between, type Word, wordsOf } from "./words.ts";

export interface Mention {
  /** The project's slug, or the project of the session. */
  readonly project: string;
  /** The session's name when a session was named. */
  readonly session?: string;
  /** Indexes of the first and last word. */
  readonly first: number;
  readonly last: number;
  /** Typos forgiven. */
  readonly slips: number;
}

const longestName = 5;

/** All projects named, left to right, without overlap: the better spelling wins, then the longer name. */
export function projectMentions(
  text: string,
  words: readonly Word[],
  projects: readonly Project[],
): Mention[] {
  const names = projects.flatMap((project) =>
    [project.slug, project.name, ...project.aliases]
      .map((name) => ({ project: project.slug, key: keyOf(wordsOf(name)) }))
      .filter((name) => name.key !== ""),
  );
  const hits = words.flatMap((_, first) =>
    windowsFrom(text, words, first).flatMap(({ last, key }) =>
      names.flatMap((name): Mention[] => {
        const count = slips(key, name.key);
        return count === undefined ? [] : [{ project: name.project, first, last, slips: count }];
      }),
    ),
  );
  return withoutOverlap(
    hits.sort((a, b) => a.slips - b.slips || b.last - b.first - (a.last - a.first) || a.first - b.first),
  );
}

/** Sessions named in full, by date and time, or by the time alone. */
export function sessionMentions(words: readonly Word[], sessions: readonly SessionInContext[]): Mention[] {
  return sessions.flatMap((session): Mention[] => {
    const name = wordsOf(session.name).map((word) => word.norm);
    const last = words.findLastIndex((word) => /^\d{6}$/.test(word.norm) && word.norm === name.at(-1));
    if (last < 0) return [];
    let first = last;
    while (first > 0 && words[first - 1]?.norm === name.at(first - last - 2)) first--;
    return [{ project: session.project, session: session.name, first, last, slips: 0 }];
  });
}

/** Keeps what comes first in the list, then orders by place in the text. */
export function withoutOverlap(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    if (kept.every((other) => other.last < mention.first || mention.last < other.first)) kept.push(mention);
  }
  return kept.sort((a, b) => a.first - b.first);
}

function windowsFrom(text: string, words: readonly Word[], first: number): { last: number; key: string }[] {
  const windows: { last: number; key: string }[] = [];
  const reach = words[first]?.dense ? longestName * 3 : longestName;
  for (let last = first; last < Math.min(words.length, first + reach); last++) {
    if (last > first && !/^[ \-_.]?$/.test(between(text, words[last - 1], words[last]))) break;
    windows.push({ last, key: keyOf(words.slice(first, last + 1)) });
  }
  return windows;
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.norm).join("");
}
