/** Finds the actions: every file in `actions/` exports one as `action`. No list to keep, no registry to fill. */
import { readdir } from "node:fs/promises";
import { extname } from "node:path";
import type { Action } from "./action.ts";

const folder = new URL("./actions/", import.meta.url);

/** All actions, in the order of their names. Throws when a file exports none, or two share a name. */
export async function loadActions(): Promise<Action[]> {
  const files = (await readdir(folder)).filter(
    (name) => [".ts", ".js"].includes(extname(name)) && !name.endsWith(".d.ts"),
  );
  const actions: Action[] = [];
  for (const file of files.sort()) {
    const { action } = (await import(new URL(file, folder).href)) as { action?: Action };
    if (!action) throw new Error(`src/desk/actions/${file} exports no action`);
    if (actions.some((one) => one.name === action.name))
      throw new Error(`two actions are named ${action.name}`);
    actions.push(action);
  }
  return actions;
}
