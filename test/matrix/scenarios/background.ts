/** Turns that are over while something of their own still runs, or will. */
import { bash, say, tool } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import type { Stage } from "../stage/stage.ts";
import { staysIn, tornDown } from "./expectations.ts";

const gate = "until [ -e go ]; do sleep 0.1; done; rm go";
/** Beyond every time in which a teardown would have come. */
const wellOver = 8_000;
const notOnScreen =
  "a cron is in the Stop event and in the transcript only, nothing on the screen says that it is set";

function agent(background: boolean) {
  const input = {
    description: "Look for pagination",
    prompt: "look for the pagination code",
    subagent_type: "general-purpose",
  };
  return tool("Agent", background ? { ...input, run_in_background: true } : input);
}

function scriptAgent({ api }: Stage): Promise<void> {
  api.script("look for the pagination code", [bash(gate), say("It is in list.js.")]);
  return Promise.resolve();
}

export const background: readonly Scenario[] = [
  {
    name: "background-shell",
    theme: "background",
    about: "The turn ends while a shell of its own runs; it ends later, Claude Code answers, and is done.",
    model: [
      bash(gate, { description: "Build it", background: true }),
      say("The build runs."),
      say("The build is done."),
    ],
    play: async (stage) => {
      await stage.screen("The build runs.");
      await stage.mustLive(wellOver);
      await stage.file("go");
    },
    expect: tornDown(["working", "background", "working", "finished"], ["background"]),
  },
  {
    name: "two-background-shells",
    theme: "background",
    about: "Two shells in the background; they end one after the other, and Claude Code answers each.",
    model: [
      bash("until [ -e one ]; do sleep 0.1; done", { description: "Build one", background: true }),
      bash("until [ -e two ]; do sleep 0.1; done", { description: "Build two", background: true }),
      say("Both run."),
      say("One is done."),
      say("Two is done."),
    ],
    play: async (stage) => {
      await stage.screen("Both run.");
      await stage.mustLive(4_000);
      await stage.file("one");
      await stage.screen("One is done.");
      await stage.mustLive(4_000);
      await stage.file("two");
    },
    expect: tornDown(
      ["working", "background", "working", "background", "working", "finished"],
      ["background", "background"],
    ),
  },
  {
    name: "left-over-server",
    theme: "background",
    about: "A server in the background that never ends: told once, kept for good.",
    model: [
      bash("node -e 'setInterval(() => {}, 1000)'", { description: "Dev server", background: true }),
      say("The server runs."),
    ],
    expect: staysIn(["working", "background"], ["background"]),
  },
  {
    name: "asks-beside-a-server",
    theme: "background",
    about: "A server in the background goes on, and the last message asks something.",
    model: [
      bash("node -e 'setInterval(() => {}, 1000)'", { description: "Dev server", background: true }),
      say("The server runs. Shall I add the tests, too?"),
    ],
    expect: staysIn(["working", "background"], ["reply"]),
  },
  {
    name: "background-agent",
    theme: "background",
    about: "The turn ends while a sub-agent of its own works; it comes back, and Claude Code is done.",
    prepare: scriptAgent,
    model: [agent(true), say("It looks."), say("Found it.")],
    play: async (stage) => {
      await stage.screen("It looks.");
      await stage.mustLive(wellOver);
      await stage.file("go");
    },
    expect: tornDown(["working", "background", "working", "finished"], ["background"]),
    except: [
      {
        sets: ["b"],
        why: "without hooks a sub-agent in the background looks like work: the registry says busy",
        expect: { passes: ["working", "finished"], told: ["launched", "finished"] },
      },
    ],
  },
  {
    name: "agent-at-work",
    theme: "background",
    about: "A sub-agent in the foreground works in silence for three grace periods.",
    prepare: scriptAgent,
    model: [agent(false), say("Found it.")],
    play: async (stage) => {
      await stage.screen("Look for pagination");
      await stage.mustLive(wellOver);
      await stage.file("go");
    },
    expect: tornDown(["working", "finished"]),
    except: [
      {
        versions: ["2.1.329"],
        why: "2.1.329 runs every sub-agent in the background",
        expect: "skip",
      },
    ],
  },
  {
    name: "cron",
    theme: "background",
    about: "The turn ends with a cron of its own: registry idle, box empty, and it wakes up by itself later.",
    model: [
      tool("ToolSearch", { query: "select:CronCreate" }),
      tool("CronCreate", { cron: "*/30 * * * *", prompt: "Look at the build", recurring: true }),
      say("I look every half hour."),
    ],
    expect: staysIn(["working", "sleeping"], ["sleeping"]),
    except: [
      {
        sets: ["d"],
        why: notOnScreen,
        expect: { passes: ["working", "finished"], final: "finished", told: ["launched", "finished"] },
      },
    ],
  },
  {
    name: "wake-up",
    theme: "background",
    about: "The turn ends with a wake-up in ten minutes.",
    model: [
      tool("ScheduleWakeup", { delaySeconds: 600, reason: "The build takes long", prompt: "Look at it" }),
      say("I come back in ten minutes."),
    ],
    expect: staysIn(["working", "sleeping"], ["sleeping"]),
    except: [
      {
        versions: ["2.1.197"],
        why: "2.1.197 schedules no wake-up outside of /loop: the tool says so and the turn ends like any other",
        expect: "skip",
      },
      {
        sets: ["d"],
        why: notOnScreen,
        expect: { passes: ["working", "finished"], final: "finished", told: ["launched", "finished"] },
      },
    ],
  },
  {
    name: "cron-fires",
    theme: "background",
    about: "A cron of every minute wakes the session; it works, and sleeps again.",
    model: [
      tool("ToolSearch", { query: "select:CronCreate" }),
      tool("CronCreate", { cron: "* * * * *", prompt: "Look at the build", recurring: true }),
      say("I look every minute."),
      say("Nothing new."),
    ],
    play: async (stage) => {
      await stage.screen("I look every minute.");
      await stage.mustLive(60_000);
      await stage.screen("Nothing new.");
    },
    expect: staysIn(["working", "sleeping", "working", "sleeping"], ["sleeping"]),
    except: [
      {
        sets: ["b", "c", "d"],
        why: "like `cron`, and a minute long: shown with all channels",
        expect: "skip",
      },
    ],
  },
  {
    name: "detached-server",
    theme: "background",
    about: "A server detached with setsid: no background task, survives the end, and is told with a button.",
    model: [
      bash("setsid nohup node -e 'setInterval(() => {}, 1000)' >server.log 2>&1 </dev/null & disown"),
      say("It runs."),
    ],
    expect: {
      ...tornDown(["working", "finished"]),
      told: ["launched", "finished", { kind: "left-over", since: null }],
    },
    except: [
      {
        sets: ["b", "c", "d"],
        why: "with a channel missing nothing is torn down, so nothing is left over",
        expect: { told: ["launched", "finished"] },
      },
    ],
  },
];
