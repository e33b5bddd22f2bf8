/** What was recorded is usable anywhere: it parses, and it holds nothing of the machine it was recorded on. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = new URL("../../fixtures/claude/", import.meta.url).pathname;
const entries = await readdir(root, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

describe("recorded fixtures", () => {
  it.each(files.map((file) => [file.slice(root.length), file]))("%s is neutral", async (_name, file) => {
    const text = await readFile(file, "utf8");
    expect(text).not.toMatch(/jama-lab|\/tmp\/(?!cc-socks|claude-)|sk-ant-|127\.0\.0\.1:(?!8080)/);
    if (file.endsWith(".json")) expect(JSON.parse(text)).toBeTypeOf("object");
  });
});
