/** Turns as they are every day, the long and silent ones included. */
import { rename, rm, writeFile } from "node:fs/promises";
import { bash, say, slowly, think } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import { staysIn, tornDown } from "./expectations.ts";

/** Longer than the grace period, so that a watcher that goes by quiet alone would end it. */
const long = 9_000;

/** The project's own Stop hook sends Claude Code back to work once. */
export const sendBack: NonNullable<Scenario["prepare"]> = async ({ project, world }) => {
  const sent = `${world.lab.folder}/sent-back`;
  const command = `[ -e '${sent}' ] && exit 0; touch '${sent}'; echo 'Run the linter too' >&2; exit 2`;
  const settings = { hooks: { Stop: [{ hooks: [{ type: "command", command }] }] } };
  await project.write({ ".claude/settings.json": JSON.stringify(settings) });
};

export const turns: readonly Scenario[] = [
  {
    name: "plain-turn",
    theme: "turns",
    about: "One command, one answer, nothing else.",
    model: [bash("echo 1 > one.js"), say("Added.")],
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "long-silent-tool",
    theme: "turns",
    about: "A command that prints nothing for three grace periods.",
    model: [bash(`node -e 'setTimeout(() => {}, ${long})'`), say("It was slow.")],
    play: async (stage) => {
      await stage.screen("Running");
      await stage.mustLive(long - 1_000);
    },
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "long-thinking",
    theme: "turns",
    about: "The model says nothing for three grace periods, then answers.",
    model: [think(long), say("I thought about it.")],
    play: (stage) => stage.mustLive(long - 1_000),
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "slow-answer",
    theme: "turns",
    about: "An answer that comes word by word for two grace periods.",
    model: [slowly("Word for word it comes, and slowly. ".repeat(6), 24, 300)],
    play: (stage) => stage.mustLive(6_000),
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "asks-in-words",
    theme: "turns",
    about: "The last message is itself a question to the person.",
    model: [say("I found two styles. Which one should I use?")],
    expect: staysIn(["working", "waiting(reply)"], ["reply"]),
    except: [
      {
        sets: ["d"],
        why: "the last message stands on the screen only, where its beginning may have scrolled away",
        expect: {
          passes: ["working", "finished|waiting(reply)"],
          final: "finished|waiting(reply)",
          told: ["launched", { kind: "reply", or: "finished" }],
        },
      },
    ],
  },
  {
    name: "stop-hook-blocks",
    theme: "turns",
    about: "The project's own Stop hook sends Claude Code back to work once: the first Stop is not the end.",
    prepare: sendBack,
    model: [say("Added, not linted."), think(2_000), say("Added and linted.")],
    expect: tornDown(["working", "finished"]),
    except: [
      {
        sets: ["b", "d"],
        why: "without hooks the project's own hook does not run either",
        expect: "skip",
      },
    ],
  },
  {
    name: "stop-hook-slow",
    theme: "turns",
    about: "The project's own Stop hook takes longer than the grace period.",
    prepare: async ({ project, world }) => {
      const command = `sleep 6; touch '${world.lab.folder}/hook-over'`;
      const settings = { hooks: { Stop: [{ hooks: [{ type: "command", command }] }] } };
      await project.write({ ".claude/settings.json": JSON.stringify(settings) });
    },
    model: [say("Added.")],
    play: async (stage) => {
      await stage.appears(`${stage.world.lab.folder}/hook-over`);
      stage.mark("over");
    },
    expect: {
      ...tornDown(["working", "finished"]),
      told: ["launched", { kind: "finished", since: "over" }],
    },
    except: [
      {
        sets: ["b", "d"],
        why: "without hooks the project's own hook does not run either",
        expect: "skip",
      },
    ],
  },
  {
    name: "hooks-fall-silent",
    theme: "turns",
    about: "Hooks stop arriving in the middle of the turn: the mailbox cannot be written to when it ends.",
    model: [bash("until [ -e go ]; do sleep 0.1; done; rm go"), say("Added.")],
    play: async (stage) => {
      await stage.screen("Running");
      const events = `${stage.folder}/events`;
      await rename(events, `${events}.away`);
      await writeFile(events, "");
      await stage.file("go");
      await stage.screen("Added.");
      await stage.hears(["finished"]);
      await rm(events);
      await rename(`${events}.away`, events);
    },
    expect: staysIn(["working", "finished"], [{ kind: "finished", since: null }]),
    except: [{ sets: ["b", "d"], why: "there are no hooks from the beginning", expect: "skip" }],
  },
];
