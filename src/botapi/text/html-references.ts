/** `&lt; &gt; &amp; &quot;` and numeric references: the only ones the server knows. Any other `&` stays itself. */
const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** The character at `at`, decoded when a reference begins there, and the index after it. */
export function readCharacterReference(html: string, at: number): { text: string; end: number } {
  const rest = html.slice(at, at + 12);
  const match = /^&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));?/.exec(rest);
  const text = match && decoded(match[1], match[2], match[3]);
  if (!match || !text) return { text: html.charAt(at), end: at + 1 };
  return { text, end: at + match[0].length };
}

function decoded(hex?: string, decimal?: string, name?: string): string | undefined {
  if (name !== undefined) return named[name];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
}
