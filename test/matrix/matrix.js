/** Starts the matrix with its own arguments, which vitest's command line would refuse. */
import { startVitest } from "vitest/node";

const vitest = await startVitest("test", [], {
  config: "test/matrix/vitest.config.ts",
  watch: false,
  reporters: ["dot"],
  provide: { matrixArguments: process.argv.slice(2) },
});
await vitest.close();
