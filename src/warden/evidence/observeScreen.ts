/** What a look at the screen adds to what is known. Pure; it is the part of the fold where one look is not enough. */
import type { EvidenceOf } from "./evidence.ts";
import { isPainted, isResting, isServing, isSilent, type Observed, withoutAsk } from "./observation.ts";

type Screen = EvidenceOf<"screen">;

export function observeScreen(seen: Observed, screen: Screen): Observed {
  const before = isSettledOn(screen, seen) ? withoutAsk(seen) : seen;
  const { promptAwaySince, restingSince, servingSince, retryingSince, menu, restedOn, ...rest } = before;
  const { at, typed, retrying } = screen;
  return {
    ...rest,
    screen,
    screenTurns: before.screenTurns + (beginsTurn(before, screen) ? 1 : 0),
    ...rested(restedOn, screen),
    screenMenus: before.screenMenus + (showsChoices(screen) && !menu ? 1 : 0),
    ...withMenu(menu, screen),
    ...(typed === null ? { promptAwaySince: promptAwaySince ?? at } : {}),
    ...(isResting(screen) ? { restingSince: restingSince ?? at } : {}),
    ...(isServing(screen) ? { servingSince: servingSince ?? at } : {}),
    ...(retrying === null ? {} : { retryingSince: retryingSince ?? at }),
    // A prompt box is drawn by nobody else: where no hook and no registry speak, it is the sign of life.
    ...(typed !== null && before.aliveAt === undefined ? { aliveAt: at } : {}),
  };
}

/** It is at work and was not; or it rests, and has given another answer meanwhile: that turn was short. */
function beginsTurn({ screen, restedOn }: Observed, now: Screen): boolean {
  if (now.working) return !screen?.working;
  return restedOn !== undefined && isResting(now) && isAnother(restedOn, now.said);
}

/** An empty screen (/clear) does not take back what was said. */
function rested(before: string | undefined, screen: Screen): Pick<Observed, "restedOn"> {
  if (screen.working) return {};
  const restedOn = isResting(screen) && screen.said !== "" ? screen.said : before;
  return restedOn === undefined ? {} : { restedOn };
}

/** A terminal of another size breaks the same words elsewhere, and may show less of them. */
function isAnother(before: string, now: string): boolean {
  const [one, other] = [before, now].map((text) => text.replaceAll(/\s/g, ""));
  return !!one && !!other && !one.includes(other) && !other.includes(one);
}

function showsChoices({ menu, dialog }: Screen): boolean {
  return menu || dialog !== null;
}

/** A dialog that is painted anew is not over: only the prompt box, or a hook, says so. */
function withMenu(before: Observed["menu"], screen: Screen): Pick<Observed, "menu"> {
  const { at, typed, dialog, text } = screen;
  if (showsChoices(screen)) {
    const since = before?.since ?? at;
    return { menu: { at, since, dialog, text, settled: before !== undefined } };
  }
  return before && typed === null ? { menu: { ...before, settled: true } } : {};
}

/** More is painted: a dialog that had been whole until then stays one, whatever that is. */
export function withSettledMenu(seen: Observed): Observed {
  const { menu, screen, log } = seen;
  return menu && screen && isPainted(screen, log) ? { ...seen, menu: { ...menu, settled: true } } : seen;
}

/** The prompt box is back: a question is settled, if the registry does not say otherwise, or says it since before a Stop. */
function isSettledOn({ at, typed, menu }: Screen, { ask, registry, stop }: Observed): boolean {
  if (ask === undefined || typed === null || menu) return false;
  if (registry?.status === "waiting")
    return stop !== undefined && stop.at > ask.at && at - stop.at >= askDoubtMs;
  return at - ask.at >= (isSilent(registry) ? askPaintMs : askDoubtMs);
}
/** A question is on the screen within this time of its hook. */
const askPaintMs = 1_000;
/** The registry has had its time to say that it waits. */
export const askDoubtMs = 3_000;
