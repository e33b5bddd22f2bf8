/** The end of a terminal's log as a person can read it: control sequences gone, blank lines folded. */
import { open } from "node:fs/promises";
import stripAnsi from "strip-ansi";

const readBytes = 16_384;

/** The last lines of the file; empty when it cannot be read. */
export async function logTail(path: string, lines: number): Promise<string> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      const length = Math.min(size, readBytes);
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
      return readable(buffer.toString(), lines);
    } finally {
      await file.close();
    }
  } catch {
    return ""; // never written, or cleaned away: there is nothing to show
  }
}

/** Claude Code moves the cursor where others print a blank or a new line. */
const esc = String.fromCharCode(27);
const columnMove = new RegExp(`${esc}\\[\\d*[GC]`, "g");
const lineMove = new RegExp(`${esc}\\[[\\d;]*[HBE]`, "g");

/** Pure part of it. */
function readable(raw: string, lines: number): string {
  return stripAnsi(raw.replaceAll(columnMove, " ").replaceAll(lineMove, "\n"))
    .replaceAll("\r", "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !/^Script (started|done) on /.test(line))
    .slice(-lines)
    .join("\n");
}
