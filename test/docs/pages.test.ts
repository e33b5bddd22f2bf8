/** The pages keep what they promise: links and files exist, the first command comes early, scripts are real. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(new URL("docs/", root)).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));

it.each(pages)("every link and every file named in %s is there", (page) => {
  const text = read(page);
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source ?? "")
    .filter((link) => !/^https?:/.test(link))
    .map((link) => new URL(link, new URL(page, root)));
  const named = [...text.matchAll(/`((?:src|test|docs|docker)\/[\w./-]+)`/g)].map(
    ([, path = ""]) => new URL(path, root),
  );
  for (const { pathname } of [...links, ...named])
    expect(existsSync(decodeURI(pathname)), pathname).toBe(true);
});

it("the README shows a picture, one sentence and the first command within 30 lines", () => {
  const lines = read("README.md").split("\n");
  expect(lines.findIndex((line) => line.includes("docs/phone.png"))).toBeLessThan(5);
  expect(lines.findIndex((line) => line.includes("npm install"))).toBeLessThan(30);
});

it("every npm script that a page or CI names exists", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const named = [...pages, ".ci/run", "Dockerfile"].flatMap((path) =>
    [...read(path).matchAll(/npm (?:run (\w+)|(test|start))\b/g)].map(([, script, short]) => script ?? short),
  );
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...new Set(named)]));
});

it("the changelog begins with the version of package.json", () => {
  const { version } = JSON.parse(read("package.json"));
  expect(/^## (\S+)/m.exec(read("CHANGELOG.md"))?.[1]).toBe(version);
});
