/** When two spellings may be the same word. Short words must be exact: one letter makes another word of them. */
import { distance } from "fastest-levenshtein";

/** How many slips of a thumb part `typed` from `meant`; undefined when too many for its length. 0 is equal. */
export function slips(typed: string, meant: string): number | undefined {
  if (typed === meant) return 0;
  const { length } = meant;
  if (length < 4 || Math.abs(typed.length - length) > 2) return undefined;
  if (isSwap(typed, meant)) return 1;
  const allowed = length < 5 ? 0 : length < 8 ? 1 : 2;
  const apart = distance(typed, meant);
  return apart <= allowed ? apart : undefined;
}

/** Two neighbouring letters changed places. */
function isSwap(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
  return (
    at >= 0 &&
    typed[at] === meant[at + 1] &&
    typed[at + 1] === meant[at] &&
    typed.slice(at + 2) === meant.slice(at + 2)
  );
}
