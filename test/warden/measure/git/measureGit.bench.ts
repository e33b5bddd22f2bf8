import { bench } from "vitest";
import { createExecaGit } from "../../../../src/warden/measure/git/execaGit.ts";
import { benchGit } from "./bench.ts";

bench(
  "base and difference of a small repository",
  async () => {
    const figures = await benchGit(createExecaGit({ env: process.env }));
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  },
  { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
);
