/** Somebody at the desk stops the work: no hook tells of any of it. */
import { bash, say, slowly, think } from "../../../src/modelapi/index.ts";
import type { Expectation, Scenario } from "../scenario.ts";
import { isGone, staysIn, tornDown } from "./expectations.ts";
import { sendBack } from "./turns.ts";

const endless = bash("node -e 'setTimeout(() => {}, 60000)'");
const interrupted = staysIn(["working", "interrupted"], [{ kind: "interrupted", since: "pressed" }]);

/** Nothing is told of what a person does then; the state may follow it. */
const afterwards: Expectation = {
  ...interrupted,
  final: "interrupted|finished|working",
  mayPass: ["working", "finished"],
};
const server = "node -e 'setInterval(() => {}, 1000)'";

export const interrupts: readonly Scenario[] = [
  {
    name: "esc-early",
    theme: "interrupts",
    about: "Esc before the model said anything: the prompt's text is back in the box.",
    model: [think(60_000), say("Never said.")],
    play: async (stage) => {
      await stage.api.waitForRequest((one) => one.kind === "main");
      await stage.screen(/\S…( |$)/m);
      stage.mark("pressed");
      await stage.keys("Escape");
    },
    expect: interrupted,
  },
  {
    name: "esc-mid-answer",
    theme: "interrupts",
    about: "Esc while the answer comes in.",
    model: [slowly("Word for word it comes, and slowly. ".repeat(20), 100, 300)],
    play: async (stage) => {
      await stage.screen("Word for word");
      stage.mark("pressed");
      await stage.keys("Escape");
    },
    expect: interrupted,
  },
  {
    name: "esc-mid-tool",
    theme: "interrupts",
    about: "Esc while a command runs.",
    model: [endless, say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("pressed");
      await stage.keys("Escape");
    },
    expect: interrupted,
  },
  {
    name: "esc-beside-a-shell",
    theme: "interrupts",
    about: "Esc while a command runs and a shell of its own goes on in the background: no turn that is over.",
    model: [bash(server, { description: "Dev server", background: true }), endless, say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      await stage.mustLive(1_000);
      stage.mark("pressed");
      await stage.keys("Escape");
    },
    expect: interrupted,
  },
  {
    name: "esc-and-cleared",
    theme: "interrupts",
    about: "Esc, then /clear, and nothing more: no end comes of it.",
    model: [endless, say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("pressed");
      await stage.keys("Escape");
      await stage.told("interrupted");
      await stage.sends("/clear");
      await stage.mustLive(12_000);
    },
    expect: afterwards,
  },
  {
    name: "esc-and-compacted",
    theme: "interrupts",
    about: "Esc, then /compact: the conversation's last line is another one then, and no end comes of it.",
    model: [endless, say("Shortened.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("pressed");
      await stage.keys("Escape");
      await stage.told("interrupted");
      await stage.sends("/compact");
      await stage.mustLive(12_000);
    },
    expect: afterwards,
  },
  {
    name: "sent-back-and-interrupted",
    theme: "interrupts",
    about: "The project's own Stop hook sends Claude Code back to work, and Esc ends that: no clean end.",
    prepare: sendBack,
    model: [say("Added, not linted."), endless, say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      await stage.mustLive(2_500);
      stage.mark("pressed");
      await stage.keys("Escape");
    },
    expect: interrupted,
    except: [
      {
        sets: ["b", "d"],
        why: "without hooks the project's own hook does not run either",
        expect: "skip",
      },
      {
        sets: ["c"],
        why: "nothing but the registry tells of an Esc after a Stop: an end is told, and the session kept",
        expect: staysIn(["working", "finished"], ["finished"]),
      },
    ],
  },
  {
    name: "ctrl-c-once",
    theme: "interrupts",
    about: "Ctrl-C while a command runs: it interrupts, and does not leave.",
    model: [endless, say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("pressed");
      await stage.keys("C-c");
    },
    expect: interrupted,
  },
  {
    name: "ctrl-c-twice",
    theme: "interrupts",
    about: "Ctrl-C while a command runs, then twice more at the prompt: Claude Code leaves.",
    model: [endless, say("Never said.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("pressed");
      await stage.keys("C-c");
      await stage.screen("Interrupted");
      await stage.told("interrupted");
      await stage.keys("C-c");
      await stage.screen("again to exit");
      await stage.keys("C-c");
    },
    expect: isGone(
      ["working", "interrupted", "exited"],
      [{ kind: "interrupted", since: "pressed" }, "exited"],
    ),
  },
  {
    name: "interrupted-and-on",
    theme: "interrupts",
    about: "Esc, then another prompt at the desk: the work goes on and is done.",
    model: [endless, say("Done differently.")],
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("pressed");
      await stage.keys("Escape");
      await stage.told("interrupted");
      await stage.sends("do it differently");
      await stage.screen("Done differently.");
    },
    expect: tornDown(
      ["working", "interrupted", "working", "finished"],
      [{ kind: "interrupted", since: "pressed" }],
    ),
  },
];
