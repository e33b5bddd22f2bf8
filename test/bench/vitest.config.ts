/** `npm run bench`: measures and prints; it asserts no time, since machines are shared and noisy. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/bench/*.bench.ts"],
    testTimeout: 20 * 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    silent: false,
  },
});
