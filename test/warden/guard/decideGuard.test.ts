/** What the guardian takes for an accident, and what it leaves alone. */
import { describe, expect, it } from "vitest";
import { decideCrash, decideFreeze } from "../../../src/warden/guard/decideGuard.ts";
import { guardPolicy } from "../../../src/warden/guard/policy.ts";
import type { VerdictOf } from "../../../src/warden/judge/verdict.ts";
import * as s from "../judge/situation.ts";

const policy = guardPolicy(true);
const exited = (code: number): VerdictOf<"exited"> => ({
  kind: "exited",
  code,
  rule: "exit-event",
  state: "exited",
  detail: "",
  because: [],
});
const lost = (rule: string): VerdictOf<"lost"> => ({
  kind: "lost",
  why: "",
  rule,
  state: "lost",
  detail: "",
  because: [],
});
const atWork = { state: "working", detail: "" };
const crash = (
  verdict: VerdictOf<"exited" | "lost">,
  before: { state: string; detail: string } = atWork,
  resumed = 0,
) => decideCrash({ verdict, before, resumed }, policy);

describe("a crash", () => {
  it.each([exited(137), exited(139), exited(134), exited(1), lost("vanished"), lost("process-gone")])(
    "is resumed: %j",
    (verdict) => {
      expect(crash(verdict)).toEqual({ do: "resume", attempt: 1, of: 3, afterMs: 5_000 });
    },
  );

  it.each([
    { state: "background", detail: "" },
    { state: "sleeping", detail: "" },
    { state: "retrying", detail: "" },
    { state: "waiting", detail: "permission" },
    { state: "stuck", detail: "" },
  ])("is resumed where something was under way: %j", (before) => {
    expect(crash(exited(137), before).do).toBe("resume");
  });

  it("is resumed with growing patience, so often and no more", () => {
    const after = [0, 1, 2, 3, 4].map((resumed) => crash(exited(137), atWork, resumed));
    expect(after.map((one) => (one.do === "resume" ? one.afterMs : one.do))).toEqual([
      5_000,
      30_000,
      120_000,
      "give-up",
      "give-up",
    ]);
    const often = decideCrash(
      { verdict: exited(137), before: atWork, resumed: 7 },
      guardPolicy({ resumes: 9 }),
    );
    expect(often).toEqual({ do: "resume", attempt: 8, of: 9, afterMs: 120_000 });
  });
});

describe("what is left alone", () => {
  it.each<[string, VerdictOf<"exited" | "lost">]>([
    ["/exit, and Ctrl-C twice", exited(0)],
    ["a terminal that was closed", exited(129)],
    ["kill from a terminal", exited(143)],
    ["a restart of the machine", lost("machine-restarted")],
    ["12: a Claude Code that still runs", lost("orphaned")],
  ])("%s", (_, verdict) => {
    expect(crash(verdict).do).toBe("leave");
  });

  it.each([
    { state: "finished", detail: "" },
    { state: "waiting", detail: "reply" },
    { state: "failed", detail: "billing_error" },
    { state: "interrupted", detail: "" },
    { state: "", detail: "" },
  ])("what was over anyway: %j", (before) => {
    expect(crash(exited(137), before).do).toBe("leave");
  });

  it("everything, where no guardian was asked for", () => {
    for (const setting of [undefined, false] as const) {
      const verdict = exited(137);
      expect(decideCrash({ verdict, before: atWork, resumed: 0 }, guardPolicy(setting)).do).toBe("leave");
    }
  });
});

describe("a standstill", () => {
  const alive = { channel: "process", at: s.t0, pid: 100, claude: "alive", launcher: "alive" } as const;
  const frozen = s.fold([...s.atWork, alive, s.tmux(700)]);
  const decide = (seen = frozen, escapedAt?: number, now = 100_000) =>
    decideFreeze({ seen, escapedAt }, policy, now).do;

  it("gets Escape first, once, and time to answer; then the person is asked", () => {
    expect(decide()).toBe("escape");
    expect(decide(frozen, 95_000)).toBe("wait");
    expect(decide(frozen, 90_000)).toBe("ask");
  });

  it("6: is the person's where somebody is attached", () => {
    expect(decide(s.fold([...s.atWork, alive, s.tmux(700, { attached: 1 })]))).toBe("ask");
  });

  it("7: is the person's where Claude Code does not say that it works, or is not known to live", () => {
    expect(decide(s.fold([...s.atWork, alive, s.registry(800, "unknown")]))).toBe("ask");
    expect(decide(s.fold([...s.atWork]))).toBe("ask");
  });

  it("is the person's without a guardian: nothing is pressed", () => {
    expect(decideFreeze({ seen: frozen, escapedAt: undefined }, undefined, 0)).toEqual({ do: "ask" });
  });
});
