/**
 * Whether the person asks to skip every permission question. Only their explicit words count, standing apart
 * from the work; a model's word alone is never enough. A task *about* permissions must not come through here.
 */

const words =
  "(?:bypass(?:ing)? permissions?(?: mode)?|bypassPermissions(?: mode)?|(?:--dangerously-)?skip(?:ping)?[- ]permissions?(?: mode)?|yolo(?:[- ]?mode|[- ]?modus)?)";
const preposition = "(?:in|with|using|im|mit|en|avec|con|em|com|в|on)";
const negated = "(?:never|not|n['’]?t|without|nicht|nie|ohne|no|non|ne|sans|sin|sem|senza|не|without ever)";
const courtesy = "(?:\\s+(?:please|pls|plz|bitte))?[\\s.!)]*$";

const atStart = new RegExp(`^\\s*(?:${preposition} )?${words}\\s*[:,]`, "iu");
const setApart = new RegExp(`[,.;(\\n:]\\s*(?:and |und )?(?:${preposition} |use )?${words}${courtesy}`, "iu");
const prepositional = new RegExp(`(?<!\\b${negated})\\s${preposition} ${words}${courtesy}`, "iu");

/** True for "yolo mode: ...", "..., bypass permissions", "... with skip permissions". */
export function asksToBypass(text: string): boolean {
  return [atStart, setApart, prepositional].some((pattern) => pattern.test(text));
}
