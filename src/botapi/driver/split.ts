/** How a phone splits a text that is too long: pieces of at most 4096 units, never inside a character. */
const max = 4096;

export function splitLongText(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = isHighSurrogate(rest.charCodeAt(max - 1)) ? max - 1 : max;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
