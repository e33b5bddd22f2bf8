/**
 * Channel sets, broken for real in the session's own world: no switch of the product is involved. Each was tried with
 * both versions: Claude Code works on as if nothing were the matter.
 */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HomeOptions } from "../support/claude/home.ts";
import type { Lab } from "../support/claude/lab.ts";
import type { ChannelSet } from "./scenario.ts";

/** In words, for the doc. */
export const setNames: Readonly<Record<ChannelSet, string>> = {
  a: "all channels",
  b: "hooks switched off in the home's settings (`disableAllHooks`)",
  c: "registry unreadable (`sessions` is a regular file)",
  d: "hooks, registry and transcript gone: tmux, log, process and screen are left",
};

/** Times within which an event must be told, in ms: the goals of the issue. (d) is two rounds of the sweep. */
export const goalMs: Readonly<Record<ChannelSet, number>> = { a: 1_000, b: 10_000, c: 10_000, d: 4_000 };

/** After this an expected message counts as missed, in ms: generous, so that a slow machine is late, not wrong. */
export const patienceMs: Readonly<Record<ChannelSet, number>> = {
  a: 10_000,
  b: 15_000,
  c: 15_000,
  d: 20_000,
};

/** Settings of the home that switch hooks off, where the set wants that. */
export function homeOf(set: ChannelSet, given: Partial<HomeOptions> = {}): Partial<HomeOptions> {
  if (set !== "b" && set !== "d") return given;
  return { ...given, settings: { ...given.settings, disableAllHooks: true } };
}

/** Puts regular files where Claude Code wants folders; root may write everywhere, so modes would not do. */
export async function breakFolders(set: ChannelSet, { home }: Lab): Promise<void> {
  const broken = { a: [], b: [], c: ["sessions"], d: ["sessions", "projects"] }[set];
  for (const name of broken) {
    const path = join(home, ".claude", name);
    await rm(path, { recursive: true, force: true });
    await writeFile(path, "");
  }
}
