/** The architecture as rules over a tree of files: each breach is one line that names the file. Pure. */
import { findCycles, findMutualFolders } from "./graph.ts";
import type { Module } from "./modules.ts";

/**
 * What each part of src may import beside itself. `desk -> protocol <- warden`, never across; the leaves know
 * nothing of us; the two embedded servers stand alone, so that they cannot share a mistake with the bot.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "main.ts": ["certify", "cli", "config", "desk", "warden", "log.ts"],
  cli: ["certify", "config", "desk", "protocol", "warden"],
  "log.ts": ["logger.ts"],
  "logger.ts": [],
  protocol: [],
  config: [],
  storage: [],
  prompts: [],
  certify: ["config", "logger.ts", "modelapi", "protocol", "storage", "warden"],
  desk: ["protocol", "config", "storage", "prompts", "logger.ts"],
  warden: ["protocol", "config", "storage", "prompts", "logger.ts"],
  botapi: [],
  modelapi: [],
};

const maxLines = 250;

/** Every breach in these modules of `src` and `test`; empty when all is well. */
export function breaches(modules: readonly Module[]): string[] {
  const sources = modules.filter(({ path }) => path.startsWith("src/"));
  return [
    ...sources.flatMap(directionBreaches),
    ...sources.flatMap(environmentBreaches),
    ...modules.flatMap(shapeBreaches),
    ...findCycles(sources),
    ...findMutualFolders(sources),
  ];
}

function directionBreaches({ path, imports }: Module): string[] {
  const from = partOf(path);
  const allowed = mayImport[from];
  if (!allowed) return [`no rule says what ${path} may import: add its part to mayImport`];
  return imports.flatMap(({ to, typeOnly }) => {
    if (to.startsWith("test/")) return [`the product imports a test: ${path} -> ${to}`];
    if (!to.startsWith("src/") || partOf(to) === from) return [];
    if (!allowed.includes(partOf(to))) return [`wrong direction: ${path} -> ${to}`];
    // Settings are handed over as values: nobody but main may read them.
    const readsConfig = partOf(to) === "config" && from !== "main.ts" && !typeOnly;
    return readsConfig ? [`more than a type of config: ${path} -> ${to}`] : [];
  });
}

function environmentBreaches({ path, readsEnvironment }: Module): string[] {
  return readsEnvironment && partOf(path) !== "config" ? [`reads the environment: ${path}`] : [];
}

function shapeBreaches({ path, lines }: Module): string[] {
  return [
    ...(lines > maxLines ? [`too long: ${path} has ${lines} lines, more than ${maxLines}`] : []),
    ...(/(^|\/)utils?(\/|\.ts$)/.test(path) ? [`no name of a job: ${path}`] : []),
  ];
}

/** `desk` for everything in src/desk; a file directly in src is a part of its own. */
function partOf(path: string): string {
  return path.split("/")[1] ?? path;
}
