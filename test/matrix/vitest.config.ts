/** `npm run matrix`: one long test that takes its arguments from `matrix.js`. */
import { defineConfig } from "vitest/config";

declare module "vitest" {
  export interface ProvidedContext {
    matrixArguments: readonly string[];
  }
}

export default defineConfig({
  test: {
    include: ["test/matrix/*.run.ts"],
    testTimeout: 24 * 60 * 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
