/** Is there anything in a transcript to go on with? After /clear there is a file with nothing said in it. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseLine } from "./line.ts";

/** Reads no further than the first thing that was said. False when it cannot be read. */
export async function hasConversation(file: string): Promise<boolean> {
  const input = createReadStream(file, { encoding: "utf8" });
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = parseLine(text);
      if (line?.type === "assistant" || (line?.type === "user" && !line.isMeta)) return true;
    }
    return false;
  } catch {
    return false; // gone, or not ours to read: Claude Code cannot go on with it either
  } finally {
    input.destroy();
  }
}
