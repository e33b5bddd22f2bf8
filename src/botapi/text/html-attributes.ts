/** The attributes of one start tag. */
import { readCharacterReference } from "./html-references.ts";

export interface Attributes {
  attributes: ReadonlyMap<string, string>;
  /** Index after the closing bracket. */
  end: number;
}

/** Reads from the first character after the tag's name. `where` and `broken` make the server's error texts. */
export function readAttributes(
  html: string,
  start: number,
  tag: string,
  where: string,
  broken: (what: string) => Error,
): Attributes {
  const attributes = new Map<string, string>();
  let at = skipSpace(html, start);
  while (html.charAt(at) !== ">") {
    const name = /^[^\s=>/"']*/.exec(html.slice(at))?.[0] ?? "";
    if (name === "") throw broken(`Empty attribute name in the tag "${tag}" ${where}`);
    at = skipSpace(html, at + name.length);
    if (at >= html.length) throw broken(`Unclosed start tag "${tag}" ${where}`);
    if (html.charAt(at) !== "=") {
      attributes.set(name, "");
      continue;
    }
    const value = readValue(html, skipSpace(html, at + 1), broken);
    if (value.end >= html.length) throw broken(`Unclosed start tag ${where}`);
    attributes.set(name, value.text);
    at = skipSpace(html, value.end);
  }
  return { attributes, end: at + 1 };
}

function readValue(
  html: string,
  start: number,
  broken: (what: string) => Error,
): { text: string; end: number } {
  const quote = html.charAt(start);
  if (quote !== '"' && quote !== "'") {
    const token = /^[A-Za-z0-9.-]*/.exec(html.slice(start))?.[0] ?? "";
    const end = start + token.length;
    if (!/^(\s|>|$)/.test(html.slice(end)))
      throw broken(`Unexpected end of name token at byte offset ${start}`);
    return { text: token.toLowerCase(), end };
  }
  let text = "";
  let at = start + 1;
  while (at < html.length && html.charAt(at) !== quote) {
    const reference = readCharacterReference(html, at);
    text += reference.text;
    at = reference.end;
  }
  return { text, end: at + 1 };
}

function skipSpace(html: string, start: number): number {
  return start + (/^\s*/.exec(html.slice(start))?.[0].length ?? 0);
}
