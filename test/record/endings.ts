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
