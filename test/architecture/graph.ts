/** What only the whole graph of imports shows: circles, and folders that import each other. Pure. */
import type { Module } from "./modules.ts";

/** One line for every circle of files found, type imports included. */
export function findCycles(modules: readonly Module[]): string[] {
  const imports = new Map(modules.map(({ path, imports }) => [path, imports.map((one) => one.to)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  function walk(path: string, trail: readonly string[]): void {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) cycles.push(`circle: ${[...trail.slice(seenAt), path].join(" -> ")}`);
    if (seenAt >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  }
  for (const { path } of modules) walk(path, []);
  return cycles;
}

/** `src/desk/inbox` for anything below it; a file directly in `src/desk` is a room of its own. */
function roomOf(path: string): string {
  const parts = path.split("/");
  return parts.length > 3 ? parts.slice(0, 3).join("/") : path;
}

/** One line for every pair of folders `src/<a>/<b>` of which each imports the other. */
export function findMutualFolders(modules: readonly Module[]): string[] {
  const examples = new Map<string, string>();
  for (const { path, imports } of modules) {
    for (const { to } of imports) examples.set(`${roomOf(path)} ${roomOf(to)}`, `${path} -> ${to}`);
  }
  return [...examples].flatMap(([pair, example]) => {
    const [from = "", to = ""] = pair.split(" ");
    const back = examples.get(`${to} ${from}`);
    return from < to && back ? [`both ways: ${example}, ${back}`] : [];
  });
}
