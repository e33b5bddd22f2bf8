import { defineConfig } from "vitest/config";
import { LongFirst } from "./test/support/longFirst.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/build.ts",
    // Tests mostly wait, for Claude Code, for timers: three files at once also on two cores.
    maxWorkers: 3,
    // Claude Code takes seconds of a core to start: more sessions at once take as long, and longer each.
    maxConcurrency: 3,
    sequence: { sequencer: LongFirst },
    // What a test waits for gives up by itself, and says what there was instead; this ends one that hangs.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
