/**
 * A tree of TypeScript files as the rules see it: who imports whom, and a few plain facts of each file.
 * Imports are read with a pattern: biome fixes how they are written, and dependency-cruiser cannot read
 * TypeScript 7. An `import()` of a computed path (the actions) is invisible here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

export interface Import {
  /** The file imported, as a path from the root; a package's name as it is. */
  readonly to: string;
  readonly typeOnly: boolean;
}

export interface Module {
  /** From the root, with `/`: `src/desk/handle.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly readsEnvironment: boolean;
}

const staticImport = /^(?:import|export)\s+(type\s)?(?:[^;"'`]*?\sfrom\s+)?"([^"]+)"/gm;
const dynamicImport = /\bimport\(\s*["'`]([^"'`$]+)["'`]\s*\)/g;
const environment = /\bprocess\s*(?:\.\s*env\b|\[\s*["']env["']\s*\])|\benv\b[^;]*from "(?:node:)?process"/;

/** What one file says. Pure. */
export function parseModule(path: string, text: string): Module {
  const found = [
    ...[...text.matchAll(staticImport)].map(([, type, to = ""]) => ({ to, typeOnly: type !== undefined })),
    ...[...text.matchAll(dynamicImport)].map(([, to = ""]) => ({ to, typeOnly: false })),
  ];
  const imports = found.map(({ to, typeOnly }) => ({
    to: to.startsWith(".") ? posix.join(posix.dirname(path), to) : to,
    typeOnly,
  }));
  return {
    path,
    lines: text.split("\n").length - 1,
    imports,
    readsEnvironment: environment.test(text),
  };
}

/** Every `.ts` file under these folders of the root. */
export function readModules(root: URL, folders: readonly string[]): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`)
      .map((path) => parseModule(path, readFileSync(new URL(path, root), "utf8"))),
  );
}
