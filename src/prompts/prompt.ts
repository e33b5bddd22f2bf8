/** Prompts are Markdown files with slots such as `{{notes}}`; a slot without a value, or the reverse, is a mistake. */
import { readFileSync } from "node:fs";

const slot = /\{\{(\w+)\}\}/g;

export interface Prompt<S extends string> {
  readonly name: string;
  render(values: Readonly<Record<S, string>>): string;
}

/** Loads `prompts/<name>.md` and checks that it has exactly these slots. Throws when it has not. */
export function loadPrompt<S extends string>(name: string, slots: readonly S[]): Prompt<S> {
  const text = readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), "utf8").trim();
  const found = new Set([...text.matchAll(slot)].map((match) => match[1]));
  const missing = slots.filter((one) => !found.has(one));
  const unknown = [...found].filter((one) => !slots.some((known) => known === one));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Error(
      `prompts/${name}.md: missing slots [${missing.join(", ")}], unknown slots [${unknown.join(", ")}]`,
    );
  }
  return {
    name,
    render: (values) => text.replaceAll(slot, (_, key: S) => values[key]),
  };
}
