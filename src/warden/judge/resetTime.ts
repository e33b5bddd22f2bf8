/**
 * When a limit is lifted, as Claude Code words it: "resets 8:30pm (Asia/Tokyo)", "resets Aug 17, 5pm (Europe/Paris)",
 * or the seconds of older versions, "limit reached|1760000000". Pure.
 */
const clock =
  /resets?\s+(?:(?:at|on)\s+)?(?:([A-Z][a-z]{2})[a-z]*\s+(\d{1,2})(?:,|\s+at)?\s+)?(\d{1,2})(?::(\d\d))?\s?([ap])m(?:\s+\(([\w/+-]+)\))?/i;
const seconds = /\|(\d{10})\b/;

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Unix milliseconds, always after `now`; null when the text names no time. */
export function resetTime(text: string, now: number): number | null {
  const epoch = seconds.exec(text)?.[1];
  if (epoch !== undefined) return Number(epoch) * 1_000 > now ? Number(epoch) * 1_000 : null;
  const found = clock.exec(text);
  if (!found) return null;
  const [, month, day, hour, minute, half, zone] = found;
  const today = dateIn(now, zone);
  if (!today) return null;
  const at = {
    year: today.year,
    month: month === undefined ? today.month : months.indexOf(month.toLowerCase()),
    day: day === undefined ? today.day : Number(day),
    hour: (Number(hour) % 12) + (half?.toLowerCase() === "p" ? 12 : 0),
    minute: Number(minute ?? 0),
  };
  if (at.month < 0) return null;
  const first = instant(at, zone);
  if (first > now) return first;
  return day === undefined
    ? instant({ ...at, day: at.day + 1 }, zone)
    : instant({ ...at, year: at.year + 1 }, zone);
}

interface WallTime {
  year: number;
  /** From 0. */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** The moment at which a clock of that zone shows this; a zone that is not named is the machine's own. */
function instant({ year, month, day, hour, minute }: WallTime, zone: string | undefined): number {
  if (zone === undefined) return new Date(year, month, day, hour, minute).getTime();
  const guess = Date.UTC(year, month, day, hour, minute);
  const shown = dateIn(guess, zone);
  if (!shown) return guess;
  return guess - (Date.UTC(shown.year, shown.month, shown.day, shown.hour, shown.minute) - guess);
}

/** What a clock of that zone shows then; undefined for a zone that nobody knows. */
function dateIn(at: number, zone: string | undefined): WallTime | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      ...(zone === undefined ? {} : { timeZone: zone }),
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
    });
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    return { year, month: month - 1, day, hour, minute };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
