/** Times as a phone set to UTC shows them, so that a page does not depend on the machine. */
export function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}

/** "3 March". */
export function day(ms: number): string {
  return new Date(ms).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
}
