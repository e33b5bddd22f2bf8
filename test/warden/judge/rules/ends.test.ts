/** Ends that nobody ordered: told by their code where one comes, and by what is missing only after that had its time. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../../src/warden/evidence/evidence.ts";
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

  it("is not called lost for the name of the machine's run alone: setting a clock may change that", () => {
    const boot: Evidence = { channel: "boot", at: s.t0 + 90_000, boot: "another" };
    const named = [...s.atWork, boot, s.log(90_010)];
    expect(s.judge(named, 90_020).state).toBe("working");
    expect(s.judge([...named, s.tmux(90_030), s.processes(90_040, "alive")], 90_050).state).toBe("working");
    for (const sign of [gone(90_030), dead(90_030)])
      expect(s.judge([...named, sign], 90_050).rule).toBe("machine-restarted");
  });

  it("is called lost at the second look", () => {
    expect(s.judge([...s.atWork, gone(1_000), gone(3_000)], 3_000).rule).toBe("vanished");
    expect(s.judge([...s.atWork, dead(1_000), dead(3_000)], 3_000).rule).toBe("process-gone");
  });
});
