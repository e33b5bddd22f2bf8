/** Who a process is, as launch.sh wrote it down. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseIdentity } from "../../../src/warden/processes/identity.ts";
import { linuxProcesses } from "../../../src/warden/processes/linux.ts";

describe("an identity", () => {
  it.runIf(process.platform === "linux")("is the one that the system itself tells", async () => {
    const [self] = await linuxProcesses.find([process.pid]);
    const kept = parseIdentity(readFileSync(`/proc/${process.pid}/stat`, "utf8"));
    expect(kept).toEqual({ pid: process.pid, start: self?.start });
  });

  it("may be of a program with any name", () => {
    const fields = ["S", ...Array.from({ length: 18 }, (_, place) => String(place)), "777", "8"].join(" ");
    expect(parseIdentity(`12 (a) (b c) ${fields}\n`)).toEqual({ pid: 12, start: "777" });
  });

  it("is a pid alone where there is no more to be had", () => {
    expect(parseIdentity("501\n")).toEqual({ pid: 501, start: "" });
  });

  it.each(["", "12", "12 (sh) S 1", "abc\n"])("is none while it is not wholly written: %j", (line) => {
    expect(parseIdentity(line)).toBeUndefined();
  });
});
