/** What is fixed about a session from its first second: the journal begins with it. */
import { z } from "zod";
import { Base } from "../measure/git/base.ts";

/** The conversation of a session that is over goes on in this one. */
export const Resumes = z.object({
  session: z.string(),
  /** False: not the person's own words, but the plain sentence that it go on. */
  ownWords: z.boolean(),
  /** The guardian did it, for the nth time in a row. */
  guard: z.object({ attempt: z.number(), of: z.number() }).optional(),
  /** Who had the conversation before. What Claude Code's registry still says of them is about nobody any more. */
  before: z.array(z.object({ pid: z.number(), procStart: z.string() })),
});
export type Resumes = z.infer<typeof Resumes>;

export const SessionRecord = z.object({
  v: z.literal(1),
  name: z.string(),
  /** Id of the command that asked for it: the same command never makes a second one. */
  commandId: z.string(),
  project: z.string(),
  projectPath: z.string(),
  folder: z.string(),
  /** `--session-id`: names the transcript and is what `--resume` takes. */
  claudeId: z.string(),
  createdAt: z.number(),
  /** The beginning of the task; the whole of it is in task.md. */
  task: z.string(),
  origin: z.string(),
  permissionMode: z.string(),
  bypassConsent: z.boolean(),
  model: z.string().optional(),
  mcpConfig: z.string().optional(),
  verify: z.string().optional(),
  /** Set while it waits for its turn: until these sessions are over (empty: until there is room). */
  after: z.array(z.string()).optional(),
  base: Base.optional(),
  resumes: Resumes.optional(),
});
export type SessionRecord = z.infer<typeof SessionRecord>;
