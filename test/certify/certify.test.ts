/** The check itself, with the real Claude Code, and with programs that only look like it. */
import { access, chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CertifyInput, certify } from "../../src/certify/certify.ts";
import { allScenarios } from "../../src/certify/scenarios/all.ts";
import { defaultVersion, fetchClaude, olderVersion } from "../support/claude/fetch.ts";
import { expectNoLeftovers } from "../support/claude/leftovers.ts";
import { waitFor } from "../support/claude/wait.ts";
import { rememberingLog, tempFolder } from "../support/host/temp.ts";

/** Far beyond what it takes: these tests share the machine with all others. */
const timeout = 10 * 60_000;
const shell = "/bin/bash";

/** Plays scenarios by name, all without one; afterwards nothing of the check is there any more. */
async function check(bin: string, names: readonly string[] = [], about: Partial<CertifyInput> = {}) {
  const roots: string[] = [];
  try {
    return await certify({
      ...{ bin, user: { name: "ada", home: await tempFolder(), shell }, jama: "0.1.0" },
      scenarios: allScenarios.filter(({ name }) => names.length === 0 || names.includes(name)),
      signal: new AbortController().signal,
      onRoot: async (root) => void roots.push(root),
      log: rememberingLog().log,
      ...about,
    });
  } finally {
    await expectNoLeftovers({ homes: roots.map((root) => join(root, "home")) });
    for (const root of roots) await expect(access(root)).rejects.toThrow("ENOENT");
  }
}

async function script(lines: string): Promise<string> {
  const path = join(await tempFolder(), "claude");
  await writeFile(path, `#!/bin/sh\n${lines}\n`);
  await chmod(path, 0o755);
  return path;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

describe("1, 2: a check of the real Claude Code", { timeout }, () => {
  it(`finds ${defaultVersion} as expected in every scenario`, async () => {
    const report = await check(await fetchClaude());
    expect(report).toMatchObject({ outcome: "passed", versions: [defaultVersion] });
    const results = report.outcome === "not-run" ? [] : report.results;
    expect(results.map((one) => one.scenario)).toEqual(allScenarios.map((one) => one.name));
    expect(results.every((one) => one.ms > 0)).toBe(true);
  });

  it(`finds ${olderVersion} as expected where it differs most from the newer one`, async () => {
    const names = ["plain finish", "background shell", "question", "trust dialog"];
    const report = await check(await fetchClaude(olderVersion), names);
    expect(report).toMatchObject({ outcome: "passed", versions: [olderVersion] });
  });

  it("names both versions where a wrapper says another one than the registry", async () => {
    const real = await fetchClaude();
    const wrapper = await script(
      `[ "$1" = --version ] && { echo "9.9.9 (Claude Code)"; exit; }\nexec ${quoted(real)} "$@"`,
    );
    const report = await check(wrapper, ["plain finish"]);
    expect(report).toMatchObject({ outcome: "passed", versions: [defaultVersion, "9.9.9"] });
  });

  it("that is called off leaves nothing behind", async () => {
    const stopping = new AbortController();
    const roots: string[] = [];
    const running = check(await fetchClaude(), [], {
      signal: stopping.signal,
      onRoot: async (root) => void roots.push(root),
    });
    running.catch(() => undefined); // it is looked at below
    const sessions = () => join(roots[0] ?? "/nowhere", "home", ".claude", "sessions");
    await waitFor(
      () =>
        access(sessions()).then(
          () => true,
          () => false,
        ),
      { timeoutMs: 60_000 },
    );
    stopping.abort();
    await expect(running).rejects.toThrow("abort");
    await expectNoLeftovers({ homes: roots.map((root) => join(root, "home")) });
    await expect(access(roots[0] ?? "/")).rejects.toThrow("ENOENT");
  });
});

describe("1: a program that is not what Jama expects", { timeout }, () => {
  it.each([
    ["is not there", async () => "no-such-claude", /^Claude Code was not found: no program "no-such-claude"/],
    [
      "ends at once",
      () => script("exit 3"),
      /does not say which version of Claude Code it is: exit code 3\.$/,
    ],
  ])("is not tried out when it %s", async (_, program, why) => {
    expect(await check(await program(), ["plain finish"])).toEqual({
      outcome: "not-run",
      why: expect.stringMatching(why),
    });
  });

  it("is not certified when it does nothing but say a version", async () => {
    const report = await check(await script('[ "$1" = --version ] && echo 2.1.400'), [
      "plain finish",
      "question",
    ]);
    expect(report).toMatchObject({ outcome: "failed", versions: ["2.1.400"] });
    const differs = report.outcome === "not-run" ? [] : report.results.flatMap((one) => one.differs);
    expect(differs).toContain("told not-started instead of finished");
    expect(differs).toContain("told not-started instead of asked(question)");
  });

  it("is not certified when a dialog of its start reads otherwise", async () => {
    const real = quoted(await fetchClaude());
    const wrapper = await script(
      `[ "$1" = --version ] && exec ${real} --version\necho "May I work in this place? [y/n]"; read answer; exec ${real} "$@"`,
    );
    const report = await check(wrapper, ["trust dialog"]);
    expect(report).toMatchObject({ outcome: "failed" });
    const [result] = report.outcome === "not-run" ? [] : report.results;
    expect(result?.differs[0]).toMatch(/instead of asked\(dialog\)$/);
  });
});
