/** Rules for turns that are over. */
import type { Evidence } from "../../evidence/evidence.ts";
import type { Observed } from "../../evidence/observed.ts";
import { lastMessageAsksPerson } from "../../measure/question.ts";
import type { Found, Rule } from "./rule.ts";

/** The log counts as quiet after this long; a working Claude Code repaints every second (FACTS). */
const quietMs = 3_000;
/** How long the registry must say the same before that alone means something. */
const settledMs = 2_000;
/** The registry's clock and a file's time may differ by this much for one and the same moment. */
const clockSlackMs = 50;

export const turnFailed: Rule = {
  name: "turn-failed",
  judge: ({ failure }) =>
    failure && {
      finding: { kind: "failed", failure },
      state: "failed",
      detail: failure.error,
      because: [],
    },
};

export const backgroundTasks: Rule = {
  name: "background-tasks",
  judge: ({ stop }) =>
    stop && stop.tasks.length > 0
      ? {
          finding: { kind: "background", stop },
          state: "background",
          detail: `turn over, ${stop.tasks.length} of its tasks still running`,
          because: [],
        }
      : undefined,
};

export const wakeUps: Rule = {
  name: "wake-ups",
  judge: ({ stop }) =>
    stop && stop.wakeUps.length > 0
      ? {
          finding: { kind: "sleeping", stop },
          state: "sleeping",
          detail: stop.wakeUps.join("; "),
          because: [],
        }
      : undefined,
};

/**
 * Idle must have been said after this turn began: before its first turn Claude Code is idle too. It may be said
 * a moment before the Stop is written, and never between a Stop that a project's own hook blocked and the next.
 */
export const stopAndIdle: Rule = {
  name: "stop-and-idle",
  judge: ({ turn, stop, registry }) =>
    stop && registry?.status === "idle" && registry.updatedAt >= (turn?.at ?? stop.at - clockSlackMs)
      ? finished(stop, true, [registry])
      : undefined,
};

export const stopAndQuiet: Rule = {
  name: "stop-and-quiet",
  judge: ({ stop, registry, log }, now) =>
    stop &&
    (!registry || registry.status === "unknown") &&
    log &&
    now - Math.max(log.changedAt, stop.at) >= quietMs
      ? finished(stop, false, [log])
      : undefined,
};

export const interrupted: Rule = {
  name: "interrupted",
  judge: ({ turn, stop, ending, registry }) =>
    !stop && ending?.interrupted && registry?.status === "idle" && ending.at >= (turn?.at ?? 0)
      ? { finding: { kind: "interrupted" }, state: "interrupted", because: [registry, ending] }
      : undefined,
};

export const idleWithoutStop: Rule = {
  name: "idle-without-stop",
  judge: ({ turn, hooksSeen, stop, ending, registry, log, screen }, now) =>
    !stop &&
    (turn || !hooksSeen) &&
    ending &&
    !ending.interrupted &&
    registry?.status === "idle" &&
    screen?.typed === "" &&
    log &&
    now - log.changedAt >= quietMs &&
    now - registry.at >= settledMs
      ? finished(
          {
            id: `idle:${registry.updatedAt}`,
            at: registry.at,
            turn: "",
            lastMessage: ending.lastMessage,
            tasks: [],
            wakeUps: [],
          },
          false,
          [registry, screen, log, ending],
        )
      : undefined,
};

function finished(
  stop: NonNullable<Observed["stop"]>,
  certain: boolean,
  because: (Evidence | undefined)[],
): Found {
  const question = lastMessageAsksPerson(stop.lastMessage);
  return {
    finding: { kind: "finished", stop, certain, question },
    state: question ? "waiting" : "finished",
    detail: question ? "reply" : "",
    because,
  };
}
