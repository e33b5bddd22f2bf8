/** Reads `--numstat -z`: which files differ and by how much. */
export interface ChangedFile {
  path: string;
  /** The path it had before, for a rename. */
  from?: string;
  /** Null for a binary file. */
  added: number | null;
  removed: number | null;
}

/** Pure. A rename is `added TAB removed TAB NUL old NUL new NUL`, anything else has its path after the tab. */
export function parseNumstat(text: string): ChangedFile[] {
  const parts = text.split("\0");
  const files: ChangedFile[] = [];
  for (let at = 0; at < parts.length; at++) {
    const found = /^(\d+|-)\t(\d+|-)\t([\s\S]*)$/.exec(parts[at] ?? "");
    if (!found) continue;
    const counts = { added: count(found[1]), removed: count(found[2]) };
    if (found[3]) files.push({ path: found[3], ...counts });
    else files.push({ from: parts[++at] ?? "", path: parts[++at] ?? "", ...counts });
  }
  return files;
}

function count(text: string | undefined): number | null {
  return text === undefined || text === "-" ? null : Number(text);
}
