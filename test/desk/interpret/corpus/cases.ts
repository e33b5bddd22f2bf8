/** Reads the corpus; `README.md` beside it says what the fields mean. */
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { InterpretRequest } from "../../../../src/desk/interpret/interpreter.ts";
import { Project } from "../../../../src/protocol/project.ts";
import { SessionState } from "../../../../src/protocol/session.ts";

const folder = new URL("../../../fixtures/corpus/", import.meta.url);
const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform((value) => [value].flat());

const Case = z.strictObject({
  text: z.string().min(1),
  projects: z.string(),
  live: z.array(z.string()).default([]),
  reply: z.string().optional(),
  intent: oneOrMore,
  project: oneOrMore,
  drop: oneOrMore.default([""]),
  session: z.string().optional(),
  model: z.string().optional(),
  mode: z.string().optional(),
});

const Contexts = z.object({
  projects: z.record(z.string(), z.array(Project)),
  sessions: z.record(z.string(), z.object({ name: z.string(), project: z.string() })),
});

export interface CorpusCase extends z.output<typeof Case> {
  readonly file: string;
  readonly heldOut: boolean;
  readonly request: InterpretRequest;
  /** Full name of the session meant; undefined when none is; null when it does not matter. */
  readonly sessionName: string | undefined | null;
}

/** All sentences of the corpus. */
export function loadCorpus(): CorpusCase[] {
  const contexts = Contexts.parse(read("contexts.json"));
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "contexts.json");
  return files.sort().flatMap((file) =>
    z
      .array(Case)
      .parse(read(file))
      .map((one) => complete(one, file, contexts)),
  );
}

function complete(one: z.output<typeof Case>, file: string, contexts: z.output<typeof Contexts>): CorpusCase {
  const session = (key: string) => known(contexts.sessions[key], `session ${key} in ${file}`);
  const sessions = one.live.map((entry) => {
    const [key = "", state = "working"] = entry.split(":");
    return { ...session(key), state: SessionState.parse(state) };
  });
  const request: InterpretRequest = {
    text: one.text,
    projects: known(contexts.projects[one.projects], `projects ${one.projects} in ${file}`),
    sessions,
    ...(one.reply === undefined ? {} : { repliedTo: session(one.reply).name }),
  };
  const sessionName =
    one.session === undefined ? null : one.session === "-" ? undefined : session(one.session).name;
  return { ...one, file, heldOut: file.startsWith("held-out"), request, sessionName };
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`contexts.json has no ${what}`);
  return value;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, folder), "utf8"));
}
