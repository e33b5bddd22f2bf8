/**
 * Ghost text: what Claude Code itself writes into an empty prompt box, as a suggestion. Without its attributes it
 * looks like something that a person typed; it is dim, or of the grey that the footer has too. Pure.
 */
interface Style {
  dim: boolean;
  grey: boolean;
  /** The cursor's cell: it shows the first letter of a ghost text in full. */
  reverse: boolean;
}
interface Part extends Style {
  text: string;
}

const esc = String.fromCharCode(27);
const attributes = new RegExp(`${esc}\\[([\\d;]*)m`, "g");
const plain: Style = { dim: false, grey: false, reverse: false };

/** The line without its dim and grey parts. The prompt's own sign may be grey: it stays. */
export function withoutGhostText(line: string): string {
  const parts = partsOf(line);
  return parts
    .map((part, place) => (isGhost(part, parts[place + 1]) ? blank(part.text) : part.text))
    .join("");
}

function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let style = plain;
  let from = 0;
  for (const found of line.matchAll(attributes)) {
    if (found.index > from) parts.push({ ...style, text: line.slice(from, found.index) });
    style = styled(style, found[1] ?? "");
    from = found.index + found[0].length;
  }
  return [...parts, { ...style, text: line.slice(from) }];
}

function isGhost({ dim, grey, reverse }: Part, next: Part | undefined): boolean {
  return dim || grey || (reverse && next?.dim === true);
}

function blank(text: string): string {
  return text.replaceAll(/[^❯\s]/gu, " ");
}

/** `38;5;n` is a colour; from 232 on they are the greys. */
function styled(before: Style, codes: string): Style {
  const given = (codes === "" ? "0" : codes).split(";").map(Number);
  const style = { ...before };
  for (let place = 0; place < given.length; place++) {
    const code = given[place];
    if (code === 0) Object.assign(style, plain);
    if (code === 2) style.dim = true;
    if (code === 22) style.dim = false;
    if (code === 7) style.reverse = true;
    if (code === 27) style.reverse = false;
    if (code === 39) style.grey = false;
    if (code === 38 || code === 48) {
      const indexed = given[place + 1] === 5;
      if (code === 38) style.grey = indexed && (given[place + 2] ?? 0) >= 232;
      place += indexed ? 2 : 4;
    }
  }
  return style;
}
