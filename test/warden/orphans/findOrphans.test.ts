/** Who counts as an orphan, and when one is told. */
import { describe, expect, it } from "vitest";
import { findOrphans, identityOf } from "../../../src/warden/orphans/findOrphans.ts";
import type { MarkedProcess } from "../../../src/warden/processes/processes.ts";

const one = (pid: number, session: string, parent = 1, start = "5"): MarkedProcess => ({
  pid,
  parent,
  start,
  command: `program ${pid}`,
  session,
});
const over = new Map([
  ["ended", true],
  ["live", false],
]);
const found = (marked: MarkedProcess[], told: Record<string, string[]> = {}) =>
  findOrphans({ marked, over, told }).map(({ session, unknown, roots, all }) => ({
    session,
    unknown,
    roots: roots.map(({ pid }) => pid),
    all: all.map(({ pid }) => pid),
  }));

describe("12: an orphan", () => {
  it("is a process of a session that is over, or that nobody knows", () => {
    expect(found([one(7, "ended"), one(8, "gone")])).toEqual([
      { session: "ended", unknown: false, roots: [7], all: [7] },
      { session: "gone", unknown: true, roots: [8], all: [8] },
    ]);
  });

  it("is never one of a session that is watched", () => {
    expect(found([one(7, "live")])).toEqual([]);
  });

  it("is told with what began it, once", () => {
    const tree = [one(9, "ended", 8), one(8, "ended", 7), one(7, "ended")];
    expect(found(tree)).toMatchObject([{ roots: [7], all: [9, 8, 7] }]);
    expect(found(tree, { ended: [identityOf(one(7, "ended"))] })).toEqual([]);
  });

  it("is not told again for each child that it begins", () => {
    expect(found([one(7, "ended"), one(10, "ended", 7)], { ended: ["7:5"] })).toEqual([]);
  });

  it("is another one when its pid was used again, and where another was left on its own", () => {
    expect(found([one(7, "ended", 1, "6")], { ended: ["7:5"] })).toMatchObject([{ roots: [7] }]);
    expect(found([one(7, "ended"), one(10, "ended")], { ended: ["7:5"] })).toMatchObject([{ roots: [10] }]);
  });
});
