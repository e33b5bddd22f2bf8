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

  it("1: an order of Jama's own that it died over is carried on where the session is gone, and judged anew where it lives", () => {
    const adopted: Evidence = { channel: "boot", at: s.t0 + 130_000, boot: "this" };
    const over = [...s.atWork, s.stop(5_000), s.registry(5_020, "idle")];
    const died = [...over, s.order(129_000, "teardown"), adopted];
    expect(s.judge(died, 130_010).rule).toBe("stop-and-idle");
    expect(s.judge([...died, s.exit(129_100, 143)], 130_010).rule).toBe("ending-by-order");
    expect(s.judge([...died, gone(130_020)], 130_030).rule).toBe("ending-by-order");
    const lives = [...died, s.tmux(130_020)];
    expect(s.judge([...lives, s.exit(200_000, 0)], 200_000).rule).toBe("exit-event");
    expect(s.judge([...lives, s.order(131_000, "teardown")], 131_010).rule).toBe("ending-by-order");
  });

  it("a person's order is carried on whatever is found", () => {
    const adopted: Evidence = { channel: "boot", at: s.t0 + 2_000, boot: "this" };
    const ordered = [...s.atWork, s.order(1_000, "stop"), adopted];
    expect(s.judge(ordered, 2_010).rule).toBe("ending-by-order");
    expect(s.judge([...ordered, s.tmux(2_020)], 2_030).rule).toBe("ending-by-order");
  });

  it("is called lost at the second look", () => {
    expect(s.judge([...s.atWork, gone(1_000), gone(3_000)], 3_000).rule).toBe("vanished");
    expect(s.judge([...s.atWork, dead(1_000), dead(3_000)], 3_000).rule).toBe("process-gone");
  });
});
