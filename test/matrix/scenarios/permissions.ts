/** What Claude Code may not do without a person's word. */
import { bash, say, together, tool, write } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import { staysIn, tornDown } from "./expectations.ts";

/** Newer versions call it manual; both take the old name. */
const manual = { settings: { CLAUDE_PERMISSION_MODE: "default" } };
/** Longer than the grace period: nothing may happen to a session that waits. */
const aWhile = 6_000;
const said = (says: string) => ({ kind: "permission", says }) as const;
const allowed = (says: string) =>
  tornDown(["working", "waiting(permission)", "working", "finished"], [said(says)]);

/** A sub-agent needs permission for a command; 2.1.329 runs it beside the turn. */
const anAgentAsks: Pick<Scenario, "world" | "prepare" | "model" | "except"> = {
  world: manual,
  prepare: async ({ api }) => {
    api.script("look for the code", [bash("node -e 1", { description: "Look" }), say("In list.js.")]);
  },
  model: [
    tool("Agent", { description: "Look", prompt: "look for the code", subagent_type: "general-purpose" }),
    say("It looks."),
    say("Found it."),
  ],
  except: [
    {
      sets: ["b", "d"],
      versions: ["2.1.329"],
      why: "without hooks a sub-agent in the background looks like work: the registry says busy, the terminal paints",
      expect: { told: ["launched", { kind: "permission" }, "finished"] },
    },
    {
      sets: ["a", "c"],
      versions: ["2.1.197"],
      why: "2.1.197 runs the sub-agent in the foreground, so no turn ends before it",
      expect: { told: ["launched", said("node -e 1"), "finished"] },
    },
    {
      sets: ["b", "d"],
      versions: ["2.1.197"],
      why: "the same; and without hooks nothing says what is asked",
      expect: { told: ["launched", { kind: "permission" }, "finished"] },
    },
  ],
};

export const permissions: readonly Scenario[] = [
  {
    name: "permission-allowed",
    theme: "permissions",
    about: "A command that needs permission, allowed at the desk.",
    world: manual,
    model: [bash("node -e 1", { description: "Clean" }), say("Clean.")],
    play: async (stage) => {
      await stage.isAsked();
      await stage.mustLive(aWhile);
      await stage.answers("Do you want to", "1");
    },
    expect: allowed("node -e 1"),
  },
  {
    name: "permission-denied",
    theme: "permissions",
    about: "A command that needs permission, denied at the desk: that interrupts the turn.",
    world: manual,
    model: [bash("node -e 1", { description: "Clean" }), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Do you want to");
      await stage.isAsked();
      await stage.picks("No");
    },
    expect: staysIn(["working", "waiting(permission)", "interrupted"], ["permission", "interrupted"]),
  },
  {
    name: "permission-dismissed",
    theme: "permissions",
    about: "A command that needs permission, dismissed with Esc at the desk.",
    world: manual,
    model: [bash("node -e 1", { description: "Clean" }), say("Never said.")],
    play: async (stage) => {
      await stage.screen("Do you want to");
      await stage.isAsked();
      await stage.answers("Do you want to", "Escape");
    },
    expect: staysIn(["working", "waiting(permission)", "interrupted"], ["permission", "interrupted"]),
  },
  {
    name: "permission-for-a-file",
    theme: "permissions",
    about: "A file that may not be written without a word, allowed at the desk.",
    world: manual,
    model: ({ project }) => [write(`${project.path}/new.ts`, "export {};\n"), say("Written.")],
    play: async (stage) => {
      await stage.isAsked();
      await stage.answers("new.ts?", "1");
    },
    expect: allowed("new.ts"),
  },
  {
    name: "permissions-one-after-the-other",
    except: [
      {
        sets: ["d"],
        why: "a dialog that follows at once on another looks like the same one where only the screen tells",
        expect: "skip",
      },
    ],
    theme: "permissions",
    about: "Two commands at once that need permission: asked, and told, one after the other.",
    world: manual,
    model: [
      together(bash("node -e 1", { description: "First" }), bash("node -e 2", { description: "Second" })),
      say("Both done."),
    ],
    play: async (stage) => {
      await stage.isAsked();
      await stage.answers(/node -e 1[\s\S]*Do you want to/, "1");
      await stage.isAsked(2);
      await stage.answers(/node -e 2[\s\S]*Do you want to/, "1");
      await stage.screen("Both done.");
    },
    expect: tornDown(["working", "waiting(permission)", "finished"], [said("node -e 1"), said("node -e 2")]),
  },
  {
    name: "permission-of-an-agent",
    theme: "permissions",
    about: "A sub-agent needs permission for a command; allowed at the desk.",
    ...anAgentAsks,
    play: async (stage) => {
      await stage.isAsked();
      await stage.answers("Do you want to", "1");
    },
    expect: {
      ...tornDown(["working", "waiting(permission)", "finished"], [said("node -e 1"), "background"]),
      mayPass: ["background"],
    },
  },
  {
    name: "permission-of-an-agent-left-open",
    theme: "permissions",
    about:
      "The same, allowed only when the turn beside it has ended long since: the question stays the same one.",
    ...anAgentAsks,
    play: async (stage) => {
      await stage.isAsked();
      await stage.mustLive(aWhile);
      await stage.answers("Do you want to", "1");
    },
    expect: {
      ...tornDown(
        ["working", "waiting(permission)", "finished"],
        [said("node -e 1"), { kind: "background", since: null }],
      ),
      mayPass: ["background"],
    },
  },
];
