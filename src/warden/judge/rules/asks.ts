/** Rules for sessions that need a person. */
import { isSilent } from "../../evidence/observed.ts";
import { waitingSettlesMs } from "../settling.ts";
import type { Rule } from "./rule.ts";

/** What is still being painted is not told. */
const paintedMs = 500;
/** What a second look finds still there is meant to be. */
const stayedMs = 1_500;
/** A prompt given at the start is taken within half a second of the first sign of life (FACTS). */
const menuMs = 5_000;

export const asked: Rule = {
  name: "asked",
  judge: ({ ask, registry }) =>
    ask && {
      finding: { kind: "waiting", id: ask.id, ask: ask.ask },
      state: "waiting",
      detail: ask.ask.kind,
      because: [registry],
    },
};

/** The screen of the first moment may be half painted: the dialog is told with one that was read later. */
export const waitingWithoutAHook: Rule = {
  name: "waiting-without-a-hook",
  judge: ({ registry, screen, hooksSeen }) =>
    registry?.status === "waiting" && screen && screen.at - registry.at >= waitingSettlesMs({ hooksSeen })
      ? {
          finding: {
            kind: "waiting",
            id: `registry:${registry.updatedAt}`,
            ask: { kind: "dialog", dialog: registry.waitingFor || "a dialog", screen: screen.text },
          },
          state: "waiting",
          detail: "dialog",
          because: [registry, screen],
        }
      : undefined,
};

/** A task such as `/help` opens a menu and begins no turn: nothing will ever come of it by itself. */
export const noTurnBegun: Rule = {
  name: "no-turn-begun",
  judge: ({ turn, stop, cleared, hooksSeen, registry, screen }, now) =>
    hooksSeen &&
    !cleared &&
    !turn &&
    !stop &&
    registry &&
    screen &&
    screen.at > registry.at &&
    registry.status !== "busy" &&
    now - registry.at >= menuMs
      ? {
          finding: {
            kind: "waiting",
            id: "menu",
            ask: { kind: "dialog", dialog: "a menu", screen: screen.text },
          },
          state: "waiting",
          detail: "dialog",
          because: [registry, screen],
        }
      : undefined,
};

/** Neither a hook nor the registry speaks: choices that stay on a quiet screen wait for somebody. */
export const menuOnTheScreen: Rule = {
  name: "menu-on-the-screen",
  judge: ({ registry, screen, screenMenus, menuSince, log, hookAt = 0 }, now) =>
    isSilent(registry) &&
    screen?.menu &&
    menuSince !== undefined &&
    log &&
    screen.at > hookAt &&
    // A form can wait under a spinner that goes on painting.
    ((screen.at >= log.changedAt && now - log.changedAt >= paintedMs) || screen.at - menuSince >= stayedMs)
      ? {
          finding: {
            kind: "waiting",
            id: `screen:${screenMenus}`,
            ask: { kind: "dialog", dialog: "a dialog", screen: screen.text },
          },
          state: "waiting",
          detail: "dialog",
          because: [screen, log],
        }
      : undefined,
};
