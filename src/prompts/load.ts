/** Reads prompts from the folder `prompts/`, once, at the start. */
import { readFile } from "node:fs/promises";
import { createPrompt, type Prompt } from "./prompt.ts";

/** `prompts/` of this checkout; the built files lie as deep below it as the sources. */
export const promptsFolder = new URL("../../prompts/", import.meta.url);

/** Loads `<name>.md`. Throws when it cannot be read or its slots are not exactly those named. */
export async function loadPrompt<Slot extends string>(
  name: string,
  slots: readonly Slot[],
  folder: URL = promptsFolder,
): Promise<Prompt<Slot>> {
  return createPrompt(name, await readFile(new URL(`${name}.md`, folder), "utf8"), slots);
}
