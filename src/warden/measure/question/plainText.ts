/**
 * Markdown without what cannot be a question to the person: code, quotes, addresses, titles. What is left
 * comes as blocks, since a list of options after a question is part of it.
 */
export type Block = { kind: "text"; text: string } | { kind: "list"; items: string[]; lettered: boolean };

const listItem =
  /^\s{0,6}(?:[-*+•]|\(?\d{1,2}[.)]|\(?[A-Za-z][.)]|\*\*\(?[A-Z\d][.)]|\*{0,2}Option\s+\w+\b)\s*/;
const letteredItem = /^\s*[-*+•]?\s*\*{0,2}(?:\(?[A-Za-z][.)]|Option\s+\w+\b)/;
const title = /^\s{0,3}(?:#{1,6}\s.*|\*\*[^*]+\*\*:?|__[^_]+__:?)\s*$/;

/** Pure. Titles are left out unless they end the text, where a bold question is one. */
export function plainBlocks(markdown: string): Block[] {
  const lines = withoutCode(markdown).split("\n").map(withoutQuotes);
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "" || /^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line)) {
      if (open?.kind === "text") open = undefined;
    } else if (title.test(line) && !isOver(lines, at + 1)) {
      open = {
        kind: "text",
        text: unmarked(line).replace(/[?？؟]\s*$/, (mark) => (asksYou(line) ? mark : "")),
      };
      blocks.push(open);
      open = undefined;
    } else if (listItem.test(line)) {
      const item = unmarked(line.replace(listItem, ""));
      if (open?.kind === "list") open.items.push(item);
      else {
        open = { kind: "list", items: [item], lettered: letteredItem.test(line) };
        blocks.push(open);
      }
    } else if (open?.kind === "list" && /^\s/.test(line)) {
      open.items.push(`${open.items.pop() ?? ""} ${unmarked(line)}`);
    } else if (open?.kind === "text") {
      open.text += ` ${unmarked(line)}`;
    } else {
      open = { kind: "text", text: unmarked(line) };
      blocks.push(open);
    }
  }
  return blocks;
}

function isOver(lines: readonly string[], from: number): boolean {
  return lines.slice(from).every((line) => line.trim() === "");
}

/** A title that speaks to the person ("Which do you prefer?") keeps its question mark. */
function asksYou(line: string): boolean {
  return /\b(you|I|me)\b/.test(line) || /\bwhich\b/i.test(line);
}

function withoutCode(markdown: string): string {
  return markdown
    .replace(/^\s*(```+|~~~+)[\s\S]*?(?:^\s*\1[`~]*\s*$|(?![\s\S]))/gm, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/(`+)[^\n]*?\1/g, "code")
    .replace(/^\s*\|.*$/gm, "");
}

function withoutQuotes(line: string): string {
  return line
    .replace(/^\s*>.*$/, "")
    .replace(/\]\([^)\s]*\)/g, "]")
    .replace(/\b[a-z][a-z+.-]*:\/\/[^\s)>\]]*/gi, "address")
    .replace(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』/g, "quote");
}

function unmarked(line: string): string {
  return line
    .replace(/^\s{0,3}#{1,6}\s+/, "")
    .replace(/\*\*|__/g, "")
    .trim();
}
