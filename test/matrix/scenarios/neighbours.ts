/** Other sessions in the same folder: each is judged by its own signs. */
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { bash, say } from "../../../src/modelapi/index.ts";
import { claudeEnvironment, testKey } from "../../support/claude/environment.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { readJournal } from "../look/journal.ts";
import type { Scenario } from "../scenario.ts";
import { tornDown } from "./expectations.ts";

const gate = "until [ -e go ]; do sleep 0.1; done; rm go";
/** Beyond every time in which a teardown would have come. */
const wellOver = 8_000;
const Created = z.looseObject({ record: z.looseObject({ claudeId: z.string() }) });

export const neighbours: readonly Scenario[] = [
  {
    name: "two-in-one-folder",
    theme: "neighbours",
    about: "Two sessions in one folder: each has its own end.",
    prepare: async ({ api }) => {
      api.script("the other thing", [say("The other thing is done.")]);
    },
    model: [bash(gate), say("The first thing is done.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.world.person.sends("have Claude Code do the other thing");
      const asks = await stage.says("is busy");
      stage.world.person.taps(asks.id, "Beside it");
      await stage.says("The other thing is done.");
      await stage.mustLive(wellOver);
      await stage.file("go");
    },
    expect: { ...tornDown(["working", "finished"]), told: ["launched", "launched", "finished", "finished"] },
  },
  {
    name: "own-session-beside",
    theme: "neighbours",
    about:
      "The person runs a Claude Code of their own in the same folder: its turns and its end mean nothing.",
    prepare: async ({ api }) => {
      api.script("my own work", [say("Your own work is done.")]);
    },
    model: [bash(gate), say("Added.")],
    play: async (stage) => {
      await stage.screen("Running");
      const { lab } = stage.world;
      const world = claudeEnvironment({ home: lab.home, apiUrl: lab.api.url, apiKey: testKey });
      const variables = Object.entries(world).map(([name, value]) => `${name}=${value}`);
      const mode = ["--permission-mode", "bypassPermissions"];
      const command = ["env", ...variables, lab.program, ...mode, "--", "my own work"];
      await lab.tmux.start("own", command, lab.project.path);
      await waitFor(async () => (await lab.tmux.capture("own")).includes("Your own work is done."));
      await stage.mustLive(wellOver);
      await stage.tmux("kill-session", "-t", "=own");
      await stage.mustLive(3_000);
      await stage.file("go");
    },
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "stale-registry-entry",
    theme: "neighbours",
    about:
      "While a command runs, the registry holds another entry of the same conversation: idle, with a pid that belongs to something else by now.",
    model: [bash(gate), say("Added.")],
    play: async (stage) => {
      await stage.screen("Running");
      const other = spawn("sleep", ["1000"], { stdio: "ignore" });
      stage.beside(async () => other.kill("SIGKILL"));
      const created = (await readJournal(stage.folder)).find((one) => one.kind === "created");
      const { claudeId } = Created.parse(created).record;
      const entry = {
        pid: other.pid,
        sessionId: claudeId,
        procStart: "1",
        status: "idle",
        statusUpdatedAt: Date.now(),
      };
      await writeFile(`${stage.home}/.claude/sessions/${other.pid}.json`, JSON.stringify(entry));
      await stage.mustLive(wellOver);
      await stage.file("go");
    },
    expect: tornDown(["working", "finished"]),
    except: [{ sets: ["c", "d"], why: "there is no registry that could hold it", expect: "skip" }],
  },
];
