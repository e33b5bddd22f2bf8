/** Dialogs before the first sign of life, menus, and sessions that never come to life. */
import { appendFile, chmod, writeFile } from "node:fs/promises";
import { say } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import { isGone, staysIn, tornDown } from "./expectations.ts";

/** Alive, and no turn begun. */
const menu = { ...staysIn(["waiting(dialog)"], ["dialog"]), mayPass: ["working"] };
const waits = staysIn(["waiting(dialog)"], ["dialog"]);

export const start: readonly Scenario[] = [
  {
    name: "trust-given",
    theme: "start",
    about: "A folder that Claude Code does not trust yet; trust is given at the desk.",
    world: { trusted: false },
    model: [say("Looked.")],
    play: async (stage) => {
      await stage.told("dialog");
      await stage.picks("Yes, I trust");
    },
    expect: tornDown(["waiting(dialog)", "working", "finished"], ["dialog"]),
  },
  {
    name: "trust-asked",
    theme: "start",
    about: "A folder that Claude Code does not trust yet, and nobody answers: nothing is pressed.",
    world: { trusted: false },
    model: [say("Never said.")],
    expect: waits,
  },
  {
    name: "trust-refused",
    theme: "start",
    about: "No trust at the desk: Claude Code leaves, and the session did not start.",
    world: { trusted: false },
    model: [say("Never said.")],
    play: async (stage) => {
      await stage.told("dialog");
      await stage.picks("No, exit");
    },
    expect: isGone(["waiting(dialog)", "failed-start"], ["dialog", "not-started"]),
  },
  {
    name: "bypass-warning",
    theme: "start",
    about: "The warning of bypassPermissions, never accepted on this machine.",
    world: { home: { bypassAccepted: false } },
    model: [say("Never said.")],
    expect: waits,
    except: [
      {
        why: "Jama gives bypassPermissions only with the person's consent, and the session's settings carry it: Claude Code does not ask. How the warning is read is tested on recorded screens",
        expect: "skip",
      },
    ],
  },
  {
    name: "key-dialog",
    theme: "start",
    about: "Claude Code asks whether to use the API key that it found.",
    world: { home: { extra: { customApiKeyResponses: { approved: [], rejected: [] } } } },
    model: [say("Never said.")],
    expect: waits,
  },
  {
    name: "theme-dialog",
    theme: "start",
    about: "Claude Code was never set up: it asks for a theme.",
    world: { home: { extra: { hasCompletedOnboarding: false } } },
    model: [say("Never said.")],
    expect: waits,
  },
  {
    name: "not-logged-in",
    theme: "start",
    about: "Claude Code has no account: the turn fails at once.",
    prepare: ({ home }) => appendFile(`${home}/.bashrc`, "unset ANTHROPIC_API_KEY\n"),
    model: [say("Never said.")],
    expect: staysIn(["working", "failed"], ["failed"]),
  },
  {
    name: "login-as-a-task",
    theme: "start",
    about: "The dialog that asks how to log in.",
    message: "/login",
    expect: menu,
  },
  {
    name: "servers-dialog",
    theme: "start",
    about: "The project brings MCP servers of its own: Claude Code asks whether to use them.",
    world: { settings: { CLAUDE_PERMISSION_MODE: "default" } },
    prepare: async ({ project }) => {
      const mcpServers = { notes: { command: "node", args: ["-e", "process.stdin.resume()"] } };
      await project.write({ ".mcp.json": JSON.stringify({ mcpServers }) });
    },
    model: [say("Never said.")],
    expect: waits,
  },
  {
    name: "menu-as-a-task",
    theme: "start",
    about: "A task that only opens a menu begins no turn and never ends.",
    message: "/config",
    expect: menu,
  },
  {
    name: "list-as-a-task",
    theme: "start",
    about: "A task that only opens a list to choose from, with the prompt's sign before its first entry.",
    message: "/model",
    expect: menu,
  },
  {
    name: "ends-at-once",
    theme: "start",
    about: "Claude Code ends at once with an error.",
    world: { settings: { CLAUDE_PERMISSION_MODE: "nonsense" } },
    expect: isGone(["failed-start"], ["not-started"]),
  },
  {
    name: "never-comes-to-life",
    theme: "start",
    about: "A program that prints a line and then nothing, for half a minute.",
    prepare: async ({ world: { lab } }) => {
      const program = `${lab.folder}/sleeper`;
      await writeFile(program, "#!/bin/sh\necho Thinking about it\nexec sleep 1000\n");
      await chmod(program, 0o755);
      await appendFile(`${lab.home}/.bashrc`, `export PATH="$PATH:${lab.folder}"\n`);
    },
    world: { settings: { CLAUDE_BIN: "sleeper" } },
    play: async (stage) => {
      await stage.told("not-started", 60_000);
    },
    expect: isGone(["failed-start"], ["not-started"]),
    except: [
      { sets: ["b", "c", "d"], why: "no channel but tmux and the screen is involved", expect: "skip" },
    ],
  },
];
