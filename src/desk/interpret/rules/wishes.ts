/**
 * Wishes about the way of working, read only where they are plainly no part of the work: at the beginning
 * with a separator, or at the end. Skipping permissions has its own, stricter file.
 */
import type { PermissionMode, Wishes } from "../interpretation.ts";
import { asksToBypass } from "./bypass.ts";

const with_ =
  "(?:with|using|use|via|on|mit|nimm|nutze|avec|utilise|con|usa|usando|com|met|gebruik|med|z|с|на|используй)";
const model = "(?:claude[- ])?(?:opus|sonnet|haiku)(?:[- ]?\\d[\\w.-]*)?";
const in_ = "(?:in|with|using|use|im|mit|en|avec|con|em|com|nel|в)";

const modes: readonly (readonly [PermissionMode, string])[] = [
  [
    "plan",
    `(?:${[
      "(?:in |im |en |use )?(?:plan[- ]?mode|plan[- ]?modus|mode plan|modo plan)",
      "(?:make a )?plan (?:it )?first",
      "erst (?:mal )?planen|planifie d'abord|primero (?:haz )?un plan|prima un piano|сначала план",
    ].join("|")})`,
  ],
  [
    "acceptEdits",
    "(?:(?:auto[- ]?)?accept(?:ing)?(?: all)? edits(?: mode)?|edits akzeptieren|accepte les modifications)",
  ],
  ["dontAsk", `(?:${in_} )?(?:don'?t[- ]?ask mode)`],
  ["auto", `(?:${in_} )?auto[- ]?mode`],
  ["manual", `(?:${in_} )?(?:manual|default)(?: permission)? mode`],
];
const anyMode = modes.map(([, phrase]) => phrase).join("|");

/** A wish and its separator at the beginning of a task: "with opus: ". */
export const leadingWish = new RegExp(`^(?:(?:${with_} )?${model}|${anyMode})\\s*[:,]\\s+`, "iu");

const starts = "^(?:please |pls |bitte )?";
const ends = "(?:[\\s,.;(]+(?:and |und )?)";
const courtesy = "(?:\\s+(?:please|pls|plz|bitte|stp|svp|thx|thanks|danke))?[\\s.!)]*$";

/** What is wished, where it can be read without doubt. */
export function wishesIn(text: string): Wishes {
  const named = at(`(?:${with_} )${model}`, `(?:${with_} )?${model}`, text);
  const family = /claude-[\w.-]+|opus|sonnet|haiku/iu.exec(named ?? "")?.[0].toLowerCase();
  const mode = asksToBypass(text)
    ? "bypassPermissions"
    : modes.find(([, phrase]) => at(phrase, phrase, text) !== undefined)?.[0];
  return {
    ...(family === undefined ? {} : { model: family }),
    ...(mode === undefined ? {} : { permissionMode: mode }),
  };
}

/** The phrase at the end of the text, or at its start when a separator or the work itself follows. */
function at(phrase: string, alone: string, text: string): string | undefined {
  const first = new RegExp(
    `${starts}(?:${alone}\\s*[:,]|${phrase} (?:to|and|um|pour|para|per|then|for)\\b)`,
    "iu",
  ).exec(text);
  return first?.[0] ?? new RegExp(`${ends}${phrase}${courtesy}`, "iu").exec(text)?.[0];
}
