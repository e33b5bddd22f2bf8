/** The slow round: what is left of sessions that are over. One look at all processes, however many sessions there are. */
import type { Logger } from "../../logger.ts";
import type { SessionIndex } from "../journal/index.ts";
import type { Git } from "../measure/git/git.ts";
import type { Orphans } from "../orphans/orphans.ts";
import type { Processes } from "../processes/processes.ts";
import { cleanHome } from "./cleanHome.ts";
import { cleanUp } from "./cleanUp.ts";

export interface TidyInput {
  /** JAMA_HOME. */
  home: string;
  index: SessionIndex;
  git: Git;
  processes: Pick<Processes, "markedUnder">;
  orphans: Pick<Orphans, "look">;
  /** How long an ended session is kept. */
  keepMs: number;
  log: Logger;
  now: () => number;
}

/** Never rejects: what could not be done now is done in the next round. */
export async function tidy(input: TidyInput): Promise<void> {
  const { home, index, git, processes, orphans, keepMs, log } = input;
  try {
    const marked = await processes.markedUnder(home);
    await orphans.look(marked);
    const alive = new Set(marked.map((one) => one.session));
    const now = input.now();
    await cleanUp({ index, git, alive, keepMs, now });
    await cleanHome({ home, known: new Set(Object.keys(index.data.sessions)), alive, keepMs, now });
  } catch (error) {
    log.error({ err: error }, "what is left of ended sessions could not be looked at");
  }
}
