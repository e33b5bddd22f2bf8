/** Questions: open until they are settled, and no longer. */
import { describe, expect, it } from "vitest";
import * as s from "../situation.ts";

const asked = [...s.atWork, s.permission(5_000)];

describe("6: a question that something else settled at once", () => {
  // A project's own hook may allow it before the registry was ever seen to wait.
  it("is no longer open when the registry does not wait and the prompt box is on the screen", () => {
    expect(s.judge([...asked, s.screen(8_000)], 8_000).state).toBe("working");
    expect(s.judge([...asked, s.registry(5_060, "busy"), s.screen(8_000)], 8_000).state).toBe("working");
  });

  it("2: stays open while anything still speaks for it", () => {
    expect(s.judge([...asked, s.screen(7_900)], 7_900).state).toBe("waiting");
    expect(s.judge([...asked, s.screen(8_000, null, null, { menu: true })], 8_000).state).toBe("waiting");
    expect(s.judge([...asked, s.screen(8_000, null)], 8_000).state).toBe("waiting");
    expect(s.judge([...asked, s.registry(5_060, "waiting"), s.screen(8_000)], 8_000).state).toBe("waiting");
  });
});

describe("6: a question that was answered after a while", () => {
  const open = [...s.atWork, s.question(5_000), s.registry(5_060, "waiting")];
  const answered = [...open, s.answered(30_000)];

  it("is not asked again by a registry that has not caught up with the answer", () => {
    expect(s.judge([...answered, s.screen(30_040, null)], 30_050).state).not.toBe("waiting");
    expect(s.judge([...answered, s.screen(31_990, null)], 31_990).state).not.toBe("waiting");
  });

  it("2: leaves a dialog that no hook speaks of, and that stays, to be told", () => {
    expect(s.judge([...answered, s.screen(32_000, null)], 32_000)).toMatchObject({
      state: "waiting",
      rule: "waiting-without-a-hook",
    });
  });
});
