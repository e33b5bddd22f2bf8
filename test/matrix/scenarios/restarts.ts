/** The bot is killed in each state, and started again: all is told, once. */
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { ask, bash, fail, say, tool } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import type { Stage } from "../stage/stage.ts";
import { isGone, staysIn, tornDown } from "./expectations.ts";
import { style } from "./style.ts";

const gate = "until [ -e go ]; do sleep 0.1; done; rm go";

/** Killed as by a power cut once all that was said is noted; away for a moment; back again. */
async function away(stage: Stage, meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
  await stage.allSaid();
  await stage.cutPower();
  await meanwhile();
  await stage.restart();
}

/** What the journal holds when the bot dies right after it has made up its mind. */
function noteTeardown({ folder }: Stage): Promise<void> {
  const at = Date.now();
  const evidence = { channel: "order", at, order: "teardown" };
  return appendFile(join(folder, "journal.jsonl"), `${JSON.stringify({ at, kind: "evidence", evidence })}\n`);
}

export const restarts: readonly Scenario[] = [
  {
    name: "restart-at-work",
    theme: "restarts",
    about: "The bot is killed while a command runs, and back before it ends.",
    model: [bash(gate), say("Added.")],
    play: async (stage) => {
      await stage.screen("Running");
      await away(stage);
      await stage.mustLive(4_000);
      await stage.file("go");
    },
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "restart-after-the-end",
    theme: "restarts",
    about: "The turn ends while the bot is down: told when it is back.",
    model: [bash(gate), say("Done while nobody looked.")],
    play: async (stage) => {
      await stage.screen("Running");
      await away(stage, async () => {
        await stage.file("go");
        await stage.screen("Done while nobody looked.");
        await stage.mustLive(1_500);
      });
    },
    expect: { ...tornDown(["working", "finished"]), told: ["launched", { kind: "finished", since: null }] },
  },
  {
    name: "restart-in-a-teardown",
    theme: "restarts",
    about: "The bot is killed as it begins a teardown, and before it is back somebody types another prompt.",
    model: [say("Added."), bash(gate), say("Tested.")],
    play: async (stage) => {
      await stage.told("finished");
      await away(stage, async () => {
        await noteTeardown(stage);
        await stage.sends("now test it");
        await stage.screen("Running");
      });
      await stage.mustLive(8_000);
      await stage.file("go");
    },
    world: { settings: { JAMA_IDLE_GRACE_SECONDS: "6" } },
    expect: tornDown(["working", "finished", "working", "finished"], ["finished"]),
    except: [
      { sets: ["b", "c", "d"], why: "with a channel missing nothing is torn down by itself", expect: "skip" },
    ],
  },
  {
    name: "restart-in-the-grace-period",
    theme: "restarts",
    about: "The bot is killed after the end was told, and still tears down.",
    world: { settings: { JAMA_IDLE_GRACE_SECONDS: "6" } },
    model: [say("Added.")],
    play: async (stage) => {
      await stage.told("finished");
      await away(stage);
    },
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "restart-in-a-question",
    theme: "restarts",
    about: "The bot is killed while a question waits; it is answered at the desk meanwhile.",
    model: [ask([style]), say("Cursor it is.")],
    play: async (stage) => {
      await stage.isAsked();
      await away(stage, async () => {
        await stage.answers("1. Cursor", "1");
        await stage.screen("Cursor it is.");
        await stage.mustLive(1_500);
      });
    },
    expect: {
      ...tornDown(["working", "waiting(question)", "finished"]),
      told: ["launched", "question", { kind: "finished", since: null }],
    },
  },
  {
    name: "restart-before-a-question",
    theme: "restarts",
    about: "The question comes while the bot is down: asked when it is back.",
    model: [bash(gate), ask([style]), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      await away(stage, async () => {
        await stage.file("go");
        await stage.screen("1. Cursor");
      });
    },
    expect: staysIn(["working", "waiting(question)"], [{ kind: "question", since: null }]),
  },
  {
    name: "restart-with-background",
    theme: "restarts",
    about: "The bot is killed while a shell runs in the background; it ends meanwhile.",
    model: [bash(gate, { description: "Build it", background: true }), say("It runs."), say("Built.")],
    play: async (stage) => {
      await stage.hears(["background"]);
      await away(stage, async () => {
        await stage.mustLive(3_000);
        await stage.file("go");
        await stage.screen("Built.");
        await stage.mustLive(1_500);
      });
    },
    expect: {
      ...tornDown(["working", "background", "finished"]),
      told: ["launched", "background", { kind: "finished", since: null }],
    },
  },
  {
    name: "restart-asleep",
    theme: "restarts",
    about: "The bot is killed while the session sleeps until its cron.",
    model: [
      tool("ToolSearch", { query: "select:CronCreate" }),
      tool("CronCreate", { cron: "*/30 * * * *", prompt: "Look at the build", recurring: true }),
      say("I look every half hour."),
    ],
    play: async (stage) => {
      await stage.hears(["sleeping", "finished"]);
      await away(stage);
    },
    expect: staysIn(["working", "sleeping"], ["sleeping"]),
    except: [
      {
        sets: ["d"],
        why: "a cron is in the Stop event and in the transcript only, nothing on the screen says that it is set",
        expect: { passes: ["working", "finished"], final: "finished", told: ["launched", "finished"] },
      },
    ],
  },
  {
    name: "restart-interrupted",
    theme: "restarts",
    about: "Esc at the desk while the bot is down.",
    model: [bash("node -e 'setTimeout(() => {}, 60000)'"), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      await away(stage, async () => {
        await stage.keys("Escape");
        await stage.screen("Interrupted");
      });
    },
    expect: staysIn(["working", "interrupted"], [{ kind: "interrupted", since: null }]),
  },
  {
    name: "restart-failed",
    theme: "restarts",
    about: "The turn fails while the bot is down.",
    model: [bash(gate), fail(400, "invalid_request_error", "prompt is too strange")],
    play: async (stage) => {
      await stage.screen("Running");
      await away(stage, async () => {
        await stage.file("go");
        await stage.screen("prompt is too strange");
        await stage.mustLive(1_000);
      });
    },
    expect: staysIn(["working", "failed"], [{ kind: "failed", since: null }]),
  },
  {
    name: "restart-after-kill",
    theme: "restarts",
    about: "Claude Code is killed while the bot is down: told as ended, with its code.",
    model: [bash("node -e 'setInterval(() => {}, 1000)'"), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      const pid = await stage.claude();
      await away(stage, async () => {
        process.kill(pid, "SIGKILL");
      });
    },
    expect: isGone(["working", "exited"], [{ kind: "exited", since: null }]),
  },
  {
    name: "restart-after-a-crash-of-all",
    theme: "restarts",
    about: "Bot, tmux, Claude Code and all are killed at once: told as lost when the bot is back, once.",
    model: [bash("node -e 'setInterval(() => {}, 1000)'"), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      await away(stage, () => stage.killEverything());
      await stage.told("lost");
      await away(stage);
    },
    expect: isGone(["working", "lost"], [{ kind: "lost", since: null }]),
  },
  {
    name: "restart-in-a-dialog",
    theme: "restarts",
    about: "The bot is killed while the trust dialog waits; trust is given meanwhile.",
    world: { trusted: false },
    model: [say("Looked.")],
    play: async (stage) => {
      await stage.told("dialog");
      await away(stage, async () => {
        await stage.picks("Yes, I trust");
        await stage.screen("Looked.");
        await stage.mustLive(1_500);
      });
    },
    expect: {
      ...tornDown(["waiting(dialog)", "finished"]),
      mayPass: ["working"],
      told: ["launched", "dialog", { kind: "finished", since: null }],
    },
  },
];
