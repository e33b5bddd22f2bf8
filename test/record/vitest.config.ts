/** `npm run record`: records the fixtures of a version of Claude Code anew. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/record/*.record.ts"], testTimeout: 2 * 60_000, hookTimeout: 120_000 },
});
