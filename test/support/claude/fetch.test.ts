/** The first run downloads some 200 MB for each version; later runs find the cache. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder, defaultVersion, fetchClaude, olderVersion } from "./fetch.ts";
import { platformPackage } from "./platform.ts";

const download = 10 * 60_000;
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "jama-fetch-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe("fetchClaude", () => {
  it.each([defaultVersion, olderVersion])(
    "gives a program that says it is %s, also to two at once",
    async (version) => {
      const [one, two] = await Promise.all([fetchClaude(version), fetchClaude(version)]);
      expect(one).toBe(two);
      const env = { HOME: home, DISABLE_AUTOUPDATER: "1" };
      expect((await execa(one, ["--version"], { env })).stdout).toContain(version);
    },
    download,
  );

  it("keeps the program where JAMA_TEST_CACHE says", () => {
    expect(cacheFolder({ JAMA_TEST_CACHE: "/var/cache/x" })).toBe("/var/cache/x");
    expect(cacheFolder({})).toContain("node_modules/.cache/jama");
  });
});

describe("platformPackage", () => {
  it.each([
    ["linux", "x64", false, "linux-x64"],
    ["linux", "arm64", true, "linux-arm64-musl"],
    ["darwin", "arm64", false, "darwin-arm64"],
  ])("knows %s %s", (platform, arch, musl, name) => {
    expect(platformPackage(platform, arch, musl)).toBe(`@anthropic-ai/claude-code-${name}`);
  });

  it("says so where there is none", () => {
    expect(() => platformPackage("win32", "x64", false)).toThrow("no package for win32-x64");
  });
});
