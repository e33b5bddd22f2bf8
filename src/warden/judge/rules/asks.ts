/** Rules for sessions that need a person. */
import { isPainted, isSilent, type Observed } from "../../evidence/observation.ts";
import { showsDialog } from "../settling.ts";
import { startDialogId, wasThereFirst } from "../startDialog.ts";
import type { Rule } from "./rule.ts";

/** What is still being painted is not told. */
const paintedMs = 500;
/** A dialog that was answered stays on the screen until the next frame, a fifth of a second later on a busy machine. */
const fadesMs = 2_000;
/** The registry says "waiting" within this time of a dialog that it knows, on a busy machine too. */
const busyMenuMs = 3_500;
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
  judge: (seen) => {
    const { registry, screen, menu } = seen;
    return registry && screen && showsDialog(seen)
      ? {
          finding: {
            kind: "waiting",
            id: menu && wasThereFirst(seen) ? startDialogId(menu) : `registry:${registry.updatedAt}`,
            ask: { kind: "dialog", dialog: registry.waitingFor || "a dialog", screen: screen.text },
          },
          state: "waiting",
          detail: "dialog",
          because: [registry, screen],
        }
      : undefined;
  },
};

/** A task such as `/help` opens a menu and begins no turn: nothing will ever come of it by itself. */
export const noTurnBegun: Rule = {
  name: "no-turn-begun",
  judge: ({ turn, stop, hooksSeen, registry, screen }, now) =>
    hooksSeen &&
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

/** "Busy" beside a dialog that stays: the registry would have said by now that it waits. */
function missesDialog({ registry, menu }: Observed, now: number): boolean {
  if (registry?.status !== "busy" || !menu) return false;
  const since = Math.max(menu.since, registry.at);
  return menu.at > since && now - since >= busyMenuMs;
}

/** Seen after what was answered last is off the screen; while nothing is painted it stays as it was seen. */
function outlastsAnswer({ menu, screen, log, answeredAt = 0 }: Observed): boolean {
  const stays = screen && log && isPainted(screen, log) ? log.at : 0;
  return Math.max(menu?.at ?? 0, stays) - answeredAt >= fadesMs;
}

/**
 * Neither a hook nor the registry speaks: choices that stay on the screen wait for somebody, once they are all painted.
 * Where hooks never speak the registry may say "busy" to them (the form of a tool, 2.1.197).
 */
export const menuOnTheScreen: Rule = {
  name: "menu-on-the-screen",
  judge: (seen, now) => {
    const { aliveAt, registry, screen, screenMenus, menu, log, hooksSeen } = seen;
    return (isSilent(registry) || (!hooksSeen && missesDialog(seen, now))) &&
      aliveAt !== undefined &&
      screen &&
      menu &&
      outlastsAnswer(seen) &&
      (menu.settled || (isPainted(screen, log) && now - (log?.changedAt ?? now) >= paintedMs))
      ? {
          finding: {
            kind: "waiting",
            id: `screen:${screenMenus}`,
            ask: { kind: "dialog", dialog: "a dialog", screen: menu.text },
          },
          state: "waiting",
          detail: "dialog",
          because: [screen, log],
        }
      : undefined;
  },
};
