/** What a session's journal holds, as far as a run goes by it. */
import { join } from "node:path";
import { Journal } from "../warden/journal/journal.ts";

/** States of the verdicts, in order, each change once. */
export async function statesOf(home: string, session: string): Promise<string[]> {
  const entries = await journalOf(home, session).read();
  const states = entries.flatMap((one) => (one.kind === "verdict" ? [one.state] : []));
  return states.filter((state, at) => state !== states[at - 1]);
}

/** Claude Code's process, as soon as the registry has named it. */
export async function claudePid(home: string, session: string): Promise<number | undefined> {
  const entries = await journalOf(home, session).read();
  return entries
    .flatMap((one) =>
      one.kind === "evidence" && one.evidence.channel === "registry" ? [one.evidence.pid] : [],
    )
    .at(-1);
}

/** The version that the registry named. */
export async function versionOf(home: string, session: string): Promise<string | undefined> {
  const entries = await journalOf(home, session).read();
  return entries
    .flatMap((one) =>
      one.kind === "evidence" && one.evidence.channel === "version" ? [one.evidence.version] : [],
    )
    .at(-1);
}

function journalOf(home: string, session: string): Journal {
  return new Journal(join(home, "sessions", session), Date.now);
}
