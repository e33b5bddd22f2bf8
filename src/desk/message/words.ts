/** Small words that several messages share: durations, counts, states. Pure. */

/** "40 s", "12 min", "3 h 20 min". */
export function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return `${Math.max(1, Math.round(ms / 1000))} s`;
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A moment to come, by this machine's clock: "at 15:40", "on 17 Aug at 15:40", and how far off it is. */
export function clock(at: number, now: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  const sameDay = date.toDateString() === new Date(now).toDateString();
  const day = sameDay ? "" : `on ${date.toLocaleDateString("en-GB", { day: "numeric", month: "short" })} `;
  return `${day}at ${two(date.getHours())}:${two(date.getMinutes())}, in ${duration(at - now)}`;
}

/** "1 file", "6 files", "2 processes". */
export function count(number: number, noun: string): string {
  const plural = noun.endsWith("s") ? "es" : "s";
  return `${number} ${noun}${number === 1 ? "" : plural}`;
}

/** "12.3k" for what is too long to read. */
export function short(number: number): string {
  if (number < 1_000) return String(number);
  return number < 1_000_000 ? `${(number / 1_000).toFixed(1)}k` : `${(number / 1_000_000).toFixed(1)}M`;
}

/** A terminal's screen for a narrow phone: rules that are drawn across it are cut, they would fill lines. */
export function narrowScreen(screen: string): string {
  return screen.replaceAll(/([─━═])\1{11,}/g, (line) => line.slice(0, 12));
}

/** A state as a person reads it: "waiting (question)". */
export function stateWords({ state, detail }: { state: string; detail: string }): string {
  return detail === "" ? state : `${state} (${detail})`;
}
