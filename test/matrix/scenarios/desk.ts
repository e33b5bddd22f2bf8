/** Somebody sits down at the desk while Jama watches. */
import { ask, bash, say } from "../../../src/modelapi/index.ts";
import { TmuxServer } from "../../support/claude/tmux.ts";
import { waitFor } from "../../support/claude/wait.ts";
import type { Scenario } from "../scenario.ts";
import type { Stage } from "../stage/stage.ts";
import { staysIn, tornDown } from "./expectations.ts";
import { style } from "./style.ts";

const gate = "until [ -e go ]; do sleep 0.1; done; rm go";
/** Beyond every time in which a teardown would have come. */
const wellOver = 8_000;
const longGrace = { settings: { JAMA_IDLE_GRACE_SECONDS: "6" } };

async function attachNarrow(stage: Stage): Promise<TmuxServer> {
  const { lab } = stage.world;
  const desk = new TmuxServer({ HOME: lab.home });
  const command = ["env", "-u", "TMUX", "tmux", "-L", lab.tmux.socket, "attach", "-t", `=${stage.session}`];
  stage.beside(() => desk.kill());
  await desk.run("new-session", "-d", "-s", "desk", "-x", "40", "-y", "20", "--", ...command);
  return desk;
}

/** Somebody attaches while a command runs, and Jama has had time to notice. */
async function looksOn(stage: Stage): Promise<TmuxServer> {
  await stage.screen("Running");
  const terminal = await stage.attach();
  await waitFor(async () => (await stage.tmux("list-clients")) !== "");
  await stage.mustLive(3_000);
  return terminal;
}

export const desk: readonly Scenario[] = [
  {
    name: "attached-at-the-end",
    theme: "desk",
    about: "Somebody looks on when the turn ends: told without a sound, torn down only after they left.",
    model: [bash(gate), say("Added.")],
    play: async (stage) => {
      const terminal = await looksOn(stage);
      await stage.file("go");
      await stage.screen("Added.");
      await stage.mustLive(wellOver);
      await terminal.keys("desk", "C-b", "d");
    },
    expect: {
      ...tornDown(["working", "finished"]),
      told: ["launched", { kind: "finished", silent: true }],
    },
  },
  {
    name: "attached-and-left-open",
    theme: "desk",
    about: "Somebody looks on when it asks, and leaves without an answer: first without a sound, then aloud.",
    model: [bash(gate), ask([style]), say("Cursor it is.")],
    play: async (stage) => {
      const terminal = await looksOn(stage);
      await stage.file("go");
      await stage.isAsked();
      await stage.mustLive(wellOver);
      stage.mark("left");
      await terminal.keys("desk", "C-b", "d");
      await stage.isAsked(2);
      await stage.answers("1. Cursor", "1");
    },
    expect: tornDown(
      ["working", "waiting(question)", "working", "finished"],
      [
        { kind: "question", silent: true },
        { kind: "question", since: "left" },
      ],
    ),
  },
  {
    name: "prompt-at-the-desk",
    theme: "desk",
    about: "After the end somebody types another prompt at the desk: a second turn, a second end.",
    world: longGrace,
    model: [say("Added."), say("Tested.")],
    play: async (stage) => {
      await stage.told("finished");
      await stage.sends("now test it");
      await stage.screen("Tested.");
    },
    expect: tornDown(["working", "finished", "working", "finished"], ["finished"]),
  },
  {
    name: "prompt-while-working",
    theme: "desk",
    about: "Somebody types a prompt at the desk while a command runs: it is taken into the work.",
    model: [bash(gate), say("Added, and noted what you said."), say("And that too.")],
    play: async (stage) => {
      await stage.screen("Running");
      await stage.sends("also test it");
      await stage.mustLive(2_000);
      await stage.file("go");
      await stage.screen("noted what you said");
    },
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "text-left-in-the-box",
    theme: "desk",
    about: "Somebody types half a thought and leaves: the session is kept, and that is said once.",
    world: longGrace,
    model: [say("Added.")],
    play: async (stage) => {
      await stage.told("finished");
      await stage.types("half a thought");
    },
    expect: staysIn(["working", "finished"], ["finished", "kept"]),
    except: [
      {
        sets: ["b", "c", "d"],
        why: "with a channel missing the session is kept anyway, as the completion says",
        expect: { told: ["launched", "finished"] },
      },
    ],
  },
  {
    name: "cleared-and-on",
    theme: "desk",
    about: "/clear at the desk gives the session another id; another prompt, and it is done again.",
    world: longGrace,
    model: [say("Added.")],
    prepare: async ({ api }) => {
      api.script("now test it", [say("Tested.")]);
    },
    play: async (stage) => {
      await stage.told("finished");
      await stage.sends("/clear");
      await stage.screen(/❯\s*(\/clear)?\s*\n[^A]*$/);
      await stage.mustLive(1_500);
      await stage.sends("now test it");
      await stage.screen("Tested.");
    },
    expect: tornDown(["working", "finished", "working", "finished"], ["finished"]),
  },
  {
    name: "cleared-and-left",
    theme: "desk",
    about: "/clear at the desk after the end, and nothing more: an empty conversation is no end and no menu.",
    world: longGrace,
    model: [say("Added.")],
    play: async (stage) => {
      await stage.told("finished");
      await stage.sends("/clear");
    },
    expect: {
      ...staysIn(["working", "finished"], ["finished"]),
      final: "finished|working",
      mayPass: ["working"],
    },
  },
  {
    name: "compacted",
    theme: "desk",
    about:
      "/compact at the desk after the end: busy without a prompt, idle without a Stop, and no second end.",
    world: longGrace,
    model: [say("One."), say("Two."), say("Three.")],
    play: async (stage) => {
      await stage.hears(["finished"]);
      await stage.sends("and on");
      await stage.hears(["finished"], 2);
      await stage.sends("and on once more");
      await stage.hears(["finished"], 3);
      await stage.sends("/compact");
      await stage.screen("Compacted");
    },
    expect: {
      ...tornDown(
        ["working", "finished", "working", "finished", "working", "finished"],
        ["finished", "finished"],
      ),
      mayPass: ["working"],
    },
    except: [
      {
        sets: ["d"],
        why: "without a folder for its transcripts Claude Code itself cannot do it",
        expect: "skip",
      },
    ],
  },
  {
    name: "narrow-pane",
    theme: "desk",
    about: "A client of 40 columns attached and left: the pane stays narrow, its footers are cut off.",
    model: [bash(gate), say("Added to the list of endpoints, with a test for each of them and a note.")],
    play: async (stage) => {
      await stage.screen("Running");
      const terminal = await attachNarrow(stage);
      await waitFor(async () => (await stage.tmux("list-clients")) !== "");
      await waitFor(async () => (await stage.tmux("list-panes", "-a", "-F", "#{pane_width}")) === "40");
      await terminal.kill();
      await waitFor(async () => (await stage.tmux("list-clients")) === "");
      await stage.file("go");
      await stage.screen("Added to the");
    },
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "renamed",
    theme: "desk",
    about: "Somebody renames the tmux session at work: it is the same session, not a lost one.",
    model: [bash(gate), say("Added.")],
    play: async (stage) => {
      await stage.screen("Running");
      await stage.tmux("rename-session", "-t", `=${stage.session}`, "mine");
      await stage.mustLive(6_000);
      await stage.file("go");
    },
    expect: tornDown(["working", "finished"]),
  },
  {
    name: "second-pane",
    theme: "desk",
    about: "Somebody opens a pane of their own beside Claude Code's: the session is kept.",
    model: [bash(gate), say("Added.")],
    play: async (stage) => {
      await stage.screen("Running");
      await stage.tmux("split-window", "-d", "-t", `=${stage.session}:`, "sleep", "1000");
      await stage.file("go");
    },
    expect: staysIn(["working", "finished"], ["finished", "kept"]),
    except: [
      {
        sets: ["b", "c", "d"],
        why: "with a channel missing the session is kept anyway, as the completion says",
        expect: { told: ["launched", "finished"] },
      },
    ],
  },
  {
    name: "scrolled-back",
    theme: "desk",
    about: "Somebody scrolled back (copy mode) and left the pane so; the turn ends meanwhile.",
    model: [bash(gate), say("Added.")],
    play: async (stage) => {
      await stage.screen("Running");
      await stage.tmux("copy-mode", "-t", `=${stage.session}:`);
      await stage.file("go");
    },
    expect: tornDown(["working", "finished"]),
  },
];
