/** Nothing leaves this machine: what Claude Code is given, and what it then does. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { loopbackEnvironment, prepareClaudeHome } from "../../src/certify/claudeHome.ts";
import { fetchClaude } from "../support/claude/fetch.ts";
import { tempFolder } from "../support/host/temp.ts";

const given = { home: "/h", apiUrl: "http://127.0.0.1:7", path: "/bin", asRoot: false };
const hasStrace = (await execa("strace", ["-V"], { reject: false })).exitCode === 0;

/** The built check plays one scenario with the program that is given. */
const built = new URL("../../dist/certify/", import.meta.url).href;
const oneScenario = `
  const { certify } = await import("${built}certify.js");
  const { allScenarios } = await import("${built}scenarios/all.js");
  const silent = () => undefined;
  const report = await certify({
    bin: process.argv[1],
    user: { name: "ada", home: "/", shell: "/bin/sh" },
    jama: "0.0.0",
    scenarios: allScenarios.filter(({ name }) => name === "question"),
    signal: new AbortController().signal,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  process.exit(report.outcome === "passed" ? 0 : 1);
`;

describe("the environment of a check", () => {
  it("leads to this machine only, whatever a profile says", () => {
    const variables = Object.entries(loopbackEnvironment(given));
    const addresses = variables.filter(([, value]) => value.includes("://")).map(([, value]) => value);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(new URL(address).hostname).toBe("127.0.0.1");
    expect(Object.fromEntries(variables)).toMatchObject({
      ANTHROPIC_AUTH_TOKEN: "",
      CLAUDE_CODE_USE_BEDROCK: "",
      DISABLE_AUTOUPDATER: "1",
      GIT_ALLOW_PROTOCOL: "file",
    });
  });

  it("trusts what it is told to, and no more", async () => {
    const home = await tempFolder();
    await prepareClaudeHome(home, ["/a b"]);
    const { projects } = JSON.parse(await readFile(join(home, ".claude.json"), "utf8"));
    expect(projects).toEqual({ "/a b": { hasTrustDialogAccepted: true } });
  });

  it.runIf(hasStrace)(
    "keeps the real Claude Code from calling anybody but the model",
    { timeout: 120_000 },
    async () => {
      const trace = join(await tempFolder(), "trace");
      const node = [process.execPath, "--input-type=module", "--eval", oneScenario, await fetchClaude()];
      await execa("strace", ["-f", "-qq", "-e", "trace=connect", "-o", trace, "--", ...node]);
      const called = [...(await readFile(trace, "utf8")).matchAll(/sin6?_addr=inet_\w+\([^"]*"([^"]+)"/g)];
      expect(new Set(called.map(([, address]) => address))).toEqual(new Set(["127.0.0.1"]));
    },
  );
});
