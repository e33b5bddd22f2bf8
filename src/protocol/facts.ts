/** What was measured about a session's work. Absent means not known (yet): it is never guessed. */
import { z } from "zod";

/** What can be said about the tests, and on whose word. */
export const TestFacts = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("passing"), command: z.string() }),
  /** `failing` is the runner's own count; absent when only its exit code spoke. */
  z.object({ outcome: z.literal("failing"), command: z.string(), failing: z.number().optional() }),
  z.object({ outcome: z.literal("unclear"), command: z.string() }),
  z.object({ outcome: z.literal("none") }),
]);
export type TestFacts = z.infer<typeof TestFacts>;

export const GitFacts = z.object({
  filesChanged: z.number(),
  linesAdded: z.number(),
  linesRemoved: z.number(),
  /** Commits reachable from HEAD and not from the HEAD of the launch. */
  commits: z.number(),
  /** Null when HEAD is detached. */
  branch: z.string().nullable(),
  /** `no-remote`: the repository has none. `unpushed`: HEAD is on no remote branch that is known here. */
  pushed: z.enum(["pushed", "unpushed", "no-remote"]),
});
export type GitFacts = z.infer<typeof GitFacts>;

export const TokenFacts = z.object({
  input: z.number(),
  output: z.number(),
  cacheRead: z.number(),
  cacheWrite: z.number(),
});
export type TokenFacts = z.infer<typeof TokenFacts>;

export const Facts = z.object({
  /** `unavailable` carries the reason in plain words. */
  git: GitFacts.optional(),
  gitUnavailable: z.string().optional(),
  tests: TestFacts.optional(),
  tokens: TokenFacts.optional(),
  durationMs: z.number(),
});
export type Facts = z.infer<typeof Facts>;
