/** A text as it may be typed into Claude Code's prompt box. Pure. */

/** No key can hide in it: control characters go, but for newlines and tabs. `!` first would open Claude Code's shell. */
export function typable(text: string): string {
  const plain = text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .trim();
  return plain.startsWith("!") ? ` ${plain}` : plain;
}
