/** Looks at the machine before a conversation is taken up again: is it kept, and does anybody have it? */
import { stat } from "node:fs/promises";
import type { Leftover } from "../../protocol/leftover.ts";
import { liveTree } from "../end/endSession.ts";
import { Registry, type RegistryEntry } from "../evidence/registry.ts";
import type { Resumes, SessionRecord } from "../journal/record.ts";
import { findTranscript } from "../measure/transcript/findTranscript.ts";
import { hasConversation } from "../measure/transcript/hasConversation.ts";
import { readIdentity } from "../processes/identity.ts";
import { isProcess, type Processes } from "../processes/processes.ts";
import type { Former } from "./former.ts";

export interface Surroundings {
  /** Its transcript is there, with something said in it. */
  kept: boolean;
  /** Claude Code of the former session, its recorder and what hangs on them, as far as they still run. */
  own: Leftover[];
  /** Another Claude Code that has the conversation open now, such as the person's own at the desk. */
  elsewhere: number | undefined;
  before: Resumes["before"];
}

export interface LookAroundInput {
  processes: Processes;
  /** Claude Code's own folder. */
  configFolder: string;
  registryFolder: string;
  now: () => number;
}

export async function lookAround(
  { name, folder }: SessionRecord,
  { claudeId, transcript, claudePid }: Former,
  { processes, configFolder, registryFolder, now }: LookAroundInput,
): Promise<Surroundings> {
  const identity = await readIdentity(folder, "claude");
  const [tree, all, entries, path] = await Promise.all([
    liveTree({ name, folder, claudePid: identity?.pid ?? claudePid, processes }),
    processes.list(),
    registered(registryFolder, now),
    isFile(transcript).then((there) => (there ? transcript : findTranscript(configFolder, claudeId))),
  ]);
  const holders = entries
    .filter((one) => one.claudeId === claudeId)
    .map(({ evidence: { pid, procStart } }) => ({ pid, procStart }));
  const alive = holders.filter((holder) => all.some((one) => isProcess(one, holder)));
  return {
    kept: path !== undefined && (await hasConversation(path)),
    own: tree.map(({ pid, command }) => ({ pid, command })),
    elsewhere: alive.find(({ pid }) => !tree.some((one) => one.pid === pid))?.pid,
    before: holders,
  };
}

/** What Claude Code's registry says at this moment, of whomever. */
function registered(folder: string, now: () => number): RegistryEntry[] {
  const entries: RegistryEntry[] = [];
  const registry = new Registry(folder, (entry) => entries.push(entry), now);
  registry.read();
  registry.close();
  return entries;
}

async function isFile(path: string): Promise<boolean> {
  if (path === "") return false;
  const found = await stat(path).catch(() => undefined); // gone, or never written: looked for by its id then
  return found?.isFile() ?? false;
}
