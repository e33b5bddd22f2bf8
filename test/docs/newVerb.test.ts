/** "A new verb is one new file": the example of docs/architecture.md, built with the rest and used. */
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
let copy: string;

beforeAll(async () => {
  copy = await realpath(await mkdtemp(join(tmpdir(), "jama-verb-")));
  for (const part of ["src", "package.json", "tsconfig.json", "tsconfig.build.json"]) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  const page = await readFile(join(root, "docs/architecture.md"), "utf8");
  const [, path = "", code = ""] = /```ts\n\/\/ (\S+)\n([\s\S]*?)```/.exec(page) ?? [];
  expect(path).toBe("src/desk/actions/task.ts");
  await writeFile(join(copy, path), code);
  await execa("npm", ["run", "--silent", "build"], { cwd: copy });
}, 120_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

/** In a process of its own, on the built files: what /help and /task say, one session being live. */
const conversation = `
const { loadActions } = await import("./dist/desk/loadActions.js");
const actions = await loadActions();
const said = {};
const session = { name: "claude-webapp-20260303-142000", project: "webapp", state: "working" };
const warden = { sessions: async () => [session], task: async (name) => "the task of " + name };
for (const verb of ["help", "task"]) {
  const desk = { actions, warden, say: async (to, id, draft) => { said[verb] = draft.text; } };
  const request = { incoming: { updateId: 1 }, words: "", repliedTo: undefined, projects: [] };
  await actions.find((one) => one.name === verb).run(request, desk);
}
console.log(JSON.stringify(said));
`;

it("the file of the example is all it takes: /help lists the verb, and it answers", async () => {
  const { stdout } = await execa("node", ["--input-type=module", "--eval", conversation], { cwd: copy });
  const said = JSON.parse(stdout);
  expect(said.help).toContain("/task  What a session was asked to do");
  expect(said.task).toBe("It was asked:\nthe task of claude-webapp-20260303-142000");
});
