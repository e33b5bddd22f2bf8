/** The task a model may shape only by marking leading words to drop. */

const longestDrop = 120;

/**
 * The text without its leading `drop`. The whole text when `drop` is no true prefix of it, cuts a word in two,
 * leaves nothing, is too long to be an address, or when the text is a slash command.
 */
export function taskOf(text: string, drop: string): string {
  if (
    drop === "" ||
    drop.length > longestDrop ||
    text.trimStart().startsWith("/") ||
    !text.startsWith(drop)
  ) {
    return text;
  }
  const cutsWord = /[\p{L}\p{N}]$/u.test(drop) && /^[\p{L}\p{N}]/u.test(text.slice(drop.length));
  const rest = text.slice(drop.length).trimStart();
  return cutsWord || rest === "" ? text : rest;
}
