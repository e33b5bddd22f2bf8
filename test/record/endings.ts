/** Turns that end badly, or not by themselves. */
import { bash, fail, type Step, say, think } from "../../src/modelapi/index.ts";
import type { Scenario } from "./scenario.ts";

const refusals: Readonly<Record<string, Step>> = {
  billing: fail(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API."),
  forbidden: fail(403, "permission_error", "not allowed"),
  "no-model": fail(404, "not_found_error", "model: claude-x"),
  "rate-limit": fail(429, "rate_limit_error", "Try again later.", { times: "turn", retryAfter: 7200 }),
};

export const endings: Readonly<Record<string, Scenario>> = {
  refused: {
    run: async (lab, keep) => {
      lab.api.script("break", [fail(400, "invalid_request_error", "scripted refusal")]);
      const session = await lab.start({ task: "break" });
      await keep.hook("stop-failure", await session.hook("StopFailure"));
      await keep.registry("idle-failed", session, "idle");
      await session.screen("scripted refusal");
      await keep.screen("failed", session);
    },
  },
  failures: {
    run: async (lab, keep) => {
      for (const [name, step] of Object.entries(refusals)) {
        lab.api.script(name, [step]);
        const session = await lab.start({ task: name });
        await keep.hook(`stop-failure-${name}`, await session.hook("StopFailure"));
      }
    },
  },
  retrying: {
    run: async (lab, keep) => {
      lab.api.script("retry", [fail(529, "overloaded_error", "Overloaded", { times: 20 })]);
      const session = await lab.start({ task: "retry" });
      await session.screen(/attempt [4-9]/);
      await keep.screen("retrying", session);
      await keep.registry("busy-retrying", session, "busy");
    },
  },
  retries: {
    run: async (lab, keep) => {
      const kinds = [
        [401, "authentication_error", "invalid x-api-key"],
        [429, "rate_limit_error", "Number of requests has exceeded your limit"],
        [500, "api_error", "Internal server error"],
      ] as const;
      for (const [status, type, message] of kinds) {
        lab.api.script(`try ${status}`, [fail(status, type, message, { times: 20 })]);
        const session = await lab.start({ task: `try ${status}` });
        await session.screen(/attempt [2-9]/);
        await keep.screen(`retrying-${status}`, session);
      }
    },
  },
  contextFull: {
    run: async (lab, keep) => {
      const message = "prompt is too long: 250000 tokens > 200000 maximum";
      lab.api.script("fill", [fail(400, "invalid_request_error", message, { times: 40 })]);
      const session = await lab.start({ task: "fill" });
      await keep.hook("stop-failure-context-full", await session.hook("StopFailure"));
      await session.screen("Prompt is too long");
      await keep.screen("context-full", session);
    },
  },
  interruptedEarly: {
    run: async (lab, keep) => {
      lab.api.script("long", [think(60_000), say("Too late.")]);
      const session = await lab.start({ task: "long thoughts" });
      await lab.api.waitForRequest((one) => one.kind === "main");
      await session.screen(/\S…( |$)/m);
      await session.keys("Escape");
      await session.registry((one) => one.status === "idle");
      await session.screen(/❯\s+long thoughts\n─/);
      await keep.screen("typed-interrupted-early", session);
    },
  },
  interruptedTool: {
    run: async (lab, keep) => {
      lab.api.script("long", [bash("node -e 'setTimeout(() => {}, 60000)'"), say("Too late.")]);
      const session = await lab.start({ task: "long" });
      await session.screen("Running");
      await session.keys("Escape");
      await session.screen("Interrupted");
      await keep.screen("interrupted-tool", session);
      await session.keys("C-c");
      await session.screen("again to exit");
      await keep.screen("interrupted-exit-hint", session);
    },
  },
  interrupted: {
    run: async (lab, keep) => {
      lab.api.script("long", [bash("echo one"), think(60_000), say("Too late.")]);
      const session = await lab.start({ task: "long" });
      await lab.api.waitForRequest((one) => one.kind === "main" && one.body.messages.length > 2);
      await session.screen("echo one");
      await session.keys("Escape");
      await session.screen("Interrupted");
      await keep.screen("interrupted", session);
      await keep.registry("idle-interrupted", session, "idle");
    },
  },
  exited: {
    run: async (lab, keep) => {
      lab.api.script("leave", [say("Bye.")]);
      const session = await lab.start({ task: "leave" });
      await session.hook("Stop");
      process.kill(await lab.tmux.panePid(session.name), "SIGTERM");
      await keep.hook("session-end-sigterm", await session.hook("SessionEnd"));
    },
  },
};
