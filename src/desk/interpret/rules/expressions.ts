/** The expression of a cue, without its condition. */
import type { Cue } from "../intent.ts";

export function expressions(cue: Cue): RegExp {
  return cue instanceof RegExp ? cue : cue.says;
}
