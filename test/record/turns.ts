/** Turns and what may still live when they are over. */
import { bash, say, slowly, think, tool } from "../../src/modelapi/index.ts";
import type { HookRecord } from "../support/claude/hooks.ts";
import type { Lab } from "../support/claude/lab.ts";
import type { Scenario } from "./scenario.ts";

const sleeper = "node -e 'setTimeout(() => {}, 60000)'";

export const turns: Readonly<Record<string, Scenario>> = {
  plain: {
    run: async (lab, keep) => {
      lab.api.script("pagination", [
        slowly("I will add it now, step by step. ".repeat(4), 12, 250),
        say("Done again."),
      ]);
      const session = await lab.start({ task: "Add pagination to the API endpoints" });
      await keep.hook("session-start", await session.hook("SessionStart"));
      await keep.hook("user-prompt-submit", await session.hook("UserPromptSubmit"));
      await keep.registry("busy", session, "busy");
      await session.screen("step by step");
      await keep.screen("working-stop-hook", session);
      await keep.hook("stop", await session.hook("Stop"));
      await keep.registry("idle", session, "idle");
      await session.screen(/for \d+s/);
      await keep.screen("idle", session);
      await session.keys("-l", "half a thought");
      await session.screen("half a thought");
      await keep.screen("idle-typed", session);
      await session.keys("C-u");
      await session.prompt("/exit");
      await keep.hook("session-end", await session.hook("SessionEnd"));
    },
  },
  idleForAMinute: {
    run: async (lab, keep) => {
      lab.api.script("greet", [say("Hello.")]);
      const session = await lab.start({ task: "greet" });
      const isIdle = (one: HookRecord) => one.payload["notification_type"] === "idle_prompt";
      await keep.hook("notification-idle-prompt", await session.hooks.wait(isIdle, 100_000));
    },
  },
  thinking: {
    run: async (lab, keep) => {
      lab.api.script("think", [think(20_000), say("Thought.")]);
      const session = await lab.start({ task: "think about it" });
      await session.screen(/\S… *$/m);
      await keep.screen("working-early", session);
      await session.screen("esc to interrupt");
      await keep.screen("working", session);
    },
  },
  tool: {
    run: async (lab, keep) => {
      lab.api.script("work", [
        bash("node -e 'setTimeout(() => {}, 4000)'", { description: "Run the slow tests" }),
      ]);
      const session = await lab.start({ task: "work" });
      await session.screen("Running");
      await keep.screen("working-tool", session);
      await keep.hook("post-tool-use-bash", await session.hook("PostToolUse"));
    },
  },
  background: {
    run: async (lab, keep) => {
      lab.api.script("serve", [
        bash(sleeper, { description: "Start the dev server", background: true }),
        say("Started."),
      ]);
      const session = await lab.start({ task: "serve" });
      await keep.hook("stop-background", await session.hook("Stop"));
      await keep.registry("shell", session, "shell");
      await session.screen(/1 shell/);
      await keep.screen("background", session);
    },
  },
  backgroundEnds: {
    run: async (lab, keep) => {
      const short = bash("node -e 'setTimeout(() => {}, 2500)'", {
        description: "Build it",
        background: true,
      });
      lab.api.script("build", [short, say("Building."), say("Built.")]);
      const session = await lab.start({ task: "build" });
      const machineMade = (one: HookRecord) =>
        String(one.payload["prompt"]).startsWith("<task-notification>");
      await keep.hook("user-prompt-submit-machine", await session.hook("UserPromptSubmit", machineMade));
      const isLast = (one: HookRecord) => one.payload["last_assistant_message"] === "Built.";
      await keep.hook("stop-after-background", await session.hook("Stop", isLast));
    },
  },
  wakeUps: {
    run: async (lab, keep) => {
      const create = tool("CronCreate", {
        cron: "*/5 * * * *",
        prompt: "Look at the build",
        recurring: true,
      });
      lab.api.script("watch", [
        tool("ToolSearch", { query: "select:CronCreate" }),
        create,
        say("I look every 5 minutes."),
      ]);
      const session = await lab.start({ task: "watch" });
      await keep.hook("stop-cron", await session.hook("Stop"));
      await keep.registry("idle-cron", session, "idle");
      await keep.screen("idle-cron", session);
    },
  },
  scheduled: {
    run: async (lab, keep) => {
      const later = tool("ScheduleWakeup", {
        delaySeconds: 600,
        reason: "The build takes a while",
        prompt: "Look at the build",
      });
      lab.api.script("wait", [later, say("I come back in ten minutes.")]);
      const session = await lab.start({ task: "wait" });
      await keep.hook("stop-wakeup", await session.hook("Stop"));
      await keep.screen("idle-wakeup", session);
    },
  },
  agentInForeground: {
    run: async (lab, keep) => {
      scriptAgent(lab);
      const session = await lab.start({ task: "delegate it" });
      // 2.1.329 puts every sub-agent into the background.
      await session.screen(/Running…|1 background agent/);
      const shown = await lab.tmux.capture(session.name);
      await keep.screen(shown.includes("background agent") ? "background-agent" : "working-agent", session);
    },
  },
  agentInBackground: {
    run: async (lab, keep) => {
      scriptAgent(lab, true);
      const session = await lab.start({ task: "delegate it" });
      await keep.hook("stop-background-agent", await session.hook("Stop"));
      await session.screen("1 background agent");
      await keep.screen("background-agent", session);
      await keep.registry("busy-background-agent", session, "busy");
    },
  },
  compact: {
    run: async (lab, keep) => {
      lab.api.script("talk", [say("One."), say("Two."), say("Three."), think(3_000), say("All was said.")]);
      const session = await lab.start({ task: "talk" });
      for (const [said, next] of [
        ["One.", "and on"],
        ["Two.", "and on once more"],
        ["Three.", "/compact"],
      ]) {
        await session.hook("Stop", (one) => one.payload["last_assistant_message"] === said);
        await session.registry((one) => one.status === "idle");
        await session.prompt(next ?? "");
      }
      await session.screen("Compacting");
      await keep.screen("working-compacting", session);
      await keep.registry("busy-compacting", session, "busy");
      const isCompact = (one: HookRecord) => one.payload["source"] === "compact";
      await keep.hook("session-start-compact", await session.hook("SessionStart", isCompact));
      await keep.registry("idle-compacted", session, "idle");
      await session.screen("Compacted");
      await keep.screen("idle-compacted", session);
    },
  },
};

function scriptAgent({ api }: Lab, background?: boolean): void {
  const work = "look for the pagination code";
  api.script(work, [bash("node -e 'setTimeout(() => {}, 5000)'"), say("It is in list.js.")]);
  const input = { description: "Look for pagination", prompt: work, subagent_type: "general-purpose" };
  const asked = background === undefined ? input : { ...input, run_in_background: background };
  api.script("delegate it", [tool("Agent", asked), say("It runs."), say("It came back.")]);
}
