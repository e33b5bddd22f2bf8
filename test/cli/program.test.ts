/** What the words after `jama` mean, and what wrong ones are answered with. */
import { describe, expect, it } from "vitest";
import { jama } from "./cli.ts";

describe("jama", () => {
  it.each([[[]], [["start"]]])("%j starts the bot", async (args) => {
    expect(await jama(args)).toEqual({ code: 0, out: "", err: "", starts: 1 });
  });

  it("gives the code that the bot ended with", async () => {
    expect((await jama([], {}, 3)).code).toBe(3);
  });

  it("--version says which one it is, and --help what it can do", async () => {
    expect(await jama(["--version"])).toMatchObject({ code: 0, out: "1.2.3", starts: 0 });
    const help = await jama(["--help"]);
    expect(help).toMatchObject({ code: 0, starts: 0 });
    expect(help.out).toMatch(/start[\s\S]*replay/);
  });

  it.each([
    [["stat"], 'There is no command "stat".'],
    [["start", "now"], "too many arguments"],
    [["start", "--fast"], "unknown option '--fast'"],
    [["replay"], "missing required argument 'folder'"],
    [["replay", "a", "b"], "too many arguments"],
    [["replay", "a", "--until", "x"], "It is the number of a verdict"],
    [["--fixture", "a"], "unknown option '--fixture'"],
  ])("%j is answered clearly with code 2, and starts nothing", async (args, said) => {
    const { code, err, starts } = await jama(args);
    expect([code, starts]).toEqual([2, 0]);
    expect(err).toContain(said);
    expect(err).toContain("See jama");
  });
});
