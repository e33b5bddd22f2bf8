/** `npm run eval`: what costs tokens, and is never part of `npm test`. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/eval/**/*.eval.ts"], testTimeout: 30 * 60_000 },
});
