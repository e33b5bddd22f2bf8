/** The seeds' rule as the seeds say it. */
import { expect, it } from "vitest";
import { seedSays } from "./seedRule.ts";

const prompt = "● Done.\n\n────\n❯ \n────\n  footer";

it("ends a session whose log is quiet for the time while the prompt is visible", () => {
  const samples = [
    { at: 1_000, logAt: 900, screen: prompt },
    { at: 4_000, logAt: 900, screen: prompt },
  ];
  expect(seedSays(samples, 3_000)).toEqual({ says: "kill", at: 4_000 });
});

it("tells instead when an error is in sight, and waits while the prompt cannot be seen", () => {
  const quiet = { at: 9_000, logAt: 900 };
  expect(seedSays([{ ...quiet, screen: `API Error: 400\n${prompt}` }], 3_000).says).toBe("ping");
  expect(seedSays([{ ...quiet, screen: "Thinking" }], 3_000).says).toBe("nothing");
});

it("takes a question's options for the prompt", () => {
  expect(seedSays([{ at: 9_000, logAt: 900, screen: "Which?\n❯ 1. Cursor\n  2. Offset" }], 3_000).says).toBe(
    "kill",
  );
});

it("notices that a session has vanished, and not that one has not begun", () => {
  expect(seedSays([{ at: 1, logAt: undefined, screen: undefined }], 3_000).says).toBe("nothing");
  expect(seedSays([{ at: 1, logAt: 1, screen: undefined }], 3_000)).toEqual({ says: "vanished", at: 1 });
});
