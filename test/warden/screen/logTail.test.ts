/** The end of a terminal's log, as a person reads it. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logTail } from "../../../src/warden/screen/logTail.ts";
import { tempFolder } from "../../support/host/temp.ts";

const esc = String.fromCharCode(27);

async function tailOf(text: string, lines = 20): Promise<string> {
  const path = join(await tempFolder(), "terminal.log");
  await writeFile(path, text);
  return logTail(path, lines);
}

describe("the end of a log", () => {
  it("is its last lines, without script's own and without blank ones", async () => {
    const log =
      "Script started on 2026-03-03 [COMMAND]\r\none\r\n\r\ntwo\r\nthree\r\nScript done on 2026-03-03\r\n";
    expect(await tailOf(log, 2)).toBe("two\nthree");
  });

  it("reads words that were set apart by moving the cursor as words", async () => {
    expect(await tailOf(`${esc}[31mall${esc}[1Ctests${esc}[8Gpass${esc}[0m`)).toBe("all tests pass");
    expect(await tailOf(`one${esc}[2;1Htwo`)).toBe("one\ntwo");
  });

  it("holds no control characters", async () => {
    expect(await tailOf(`a\u0007b\u0000c${esc}]0;title\u0007d`)).toBe("abcd");
  });

  it("of a log of many megabytes is quick to read, and of one that is not there is empty", async () => {
    expect(await tailOf(`${"x\n".repeat(3_000_000)}last`, 1)).toBe("last");
    expect(await logTail("/nowhere/terminal.log", 5)).toBe("");
  });
});
