/** Ends that nobody ordered: told by their code where one comes, and by what is missing only after that had its time. */
import { describe, expect, it } from "vitest";
import * as s from "../situation.ts";

const gone = (ms: number) => s.tmux(ms, { present: false });
const dead = (ms: number) => s.processes(ms, "gone", "alive");

describe("2: a session whose terminal or process is gone", () => {
  it("is not called lost before anybody has looked again: its exit may lie in the mailbox", () => {
    for (const seen of [
      [...s.atWork, gone(1_000), s.log(3_000)],
      [...s.atWork, dead(1_000), s.log(3_000)],
    ]) {
      expect(s.judge(seen, 3_000).state).toBe("working");
      expect(s.judge([...seen, s.exit(1_100, 137)], 3_010).rule).toBe("exit-event");
    }
  });

  it("is called lost at the second look", () => {
    expect(s.judge([...s.atWork, gone(1_000), gone(3_000)], 3_000).rule).toBe("vanished");
    expect(s.judge([...s.atWork, dead(1_000), dead(3_000)], 3_000).rule).toBe("process-gone");
  });
});
