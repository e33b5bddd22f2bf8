/** `npm run bench:watch`: what watching costs; apart from `npm run bench`, since it takes some twenty minutes. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/bench/watch/*.bench.ts"],
    testTimeout: 60 * 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    silent: false,
  },
});
