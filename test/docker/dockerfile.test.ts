/** The Dockerfile, read and not built: what a builder would refuse, and what we promise of the image. */
import { existsSync, readFileSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { expect, it } from "vitest";
import { defaultVersion } from "../support/claude/fetch.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
const text = read("Dockerfile");
const file = DockerfileParser.parse(text);
const instructions = file.getInstructions();
const last = (keyword: string) => instructions.findLast((one) => one.getKeyword() === keyword);

it("a builder has nothing to refuse or to warn of", () => {
  expect(validate(text)).toEqual([]);
});

it("every base image is named with the version of Node and of Debian", () => {
  const images = file.getFROMs().map((from) => from.getImage());
  expect(images).toEqual(["node:24-bookworm-slim", "node:24-bookworm-slim"]);
});

it("everything that is copied from the checkout exists and is let through by .dockerignore", () => {
  const letThrough = new Set(read(".dockerignore").match(/(?<=^!).*/gm));
  const copied = file
    .getCOPYs()
    .filter((copy) => copy.getFromFlag() === null)
    .flatMap((copy) => copy.getArguments().slice(0, -1).map(String));
  expect(copied).toContain("package.json");
  for (const path of copied) {
    expect(existsSync(new URL(path, root)), path).toBe(true);
    expect(letThrough, path).toContain(path.replace(/^\.\//, "").split("/")[0]);
  }
});

it("the bot does not run as root, under an init process that reaps, started without a shell", () => {
  expect(last("USER")?.getArgumentsContent()).toBe("node");
  const entrypoint = file.getENTRYPOINTs().at(-1);
  expect(entrypoint?.getJSONStrings().map(String)).toEqual(['"tini"', '"--"', '"/app/docker/entrypoint.sh"']);
});

it("the image has a UTF-8 locale, keeps the home, and claims no health check that checks nothing", () => {
  expect(last("ENV")?.getArgumentsContent()).toContain("LANG=C.UTF-8");
  expect(last("VOLUME")?.getArgumentsContent()).toBe("/home/node");
  expect(last("HEALTHCHECK")).toBeUndefined();
});

it("no secret is given to the build, and the version of Claude Code is the one that the tests run", () => {
  const args = instructions
    .filter((one) => one.getKeyword() === "ARG")
    .map((one) => one.getArgumentsContent());
  expect(args).toEqual([`CLAUDE_CODE_VERSION=${defaultVersion}`]);
});
