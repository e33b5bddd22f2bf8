/** `npm run pictures`: makes the pictures of the documentation from real runs; needs chromium. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/pictures/*.picture.ts"], testTimeout: 5 * 60_000, hookTimeout: 120_000 },
});
