/** Which texts a version of Claude Code shows. A newer range is one more file, and one more line here. */
import type { ScreenTexts } from "../screenTexts.ts";
import { claude21 } from "./claude-2.1.ts";

/** Oldest first. */
const ranges: readonly ScreenTexts[] = [claude21];

/** Those of the newest range that begins at or before the version; of the newest one for a version not known. */
export function screenTexts(version = ""): ScreenTexts {
  const newest = ranges.findLast(({ since }) => version === "" || !isBefore(version, since));
  return newest ?? claude21;
}

function isBefore(version: string, other: string): boolean {
  const [one, two] = [version, other].map((text) => text.split(".").map((part) => Number.parseInt(part, 10)));
  const differing = (two ?? []).findIndex((part, place) => part !== (one?.[place] ?? 0));
  return differing >= 0 && (one?.[differing] ?? 0) < (two?.[differing] ?? 0);
}
