/**
 * A prompt: Markdown with named slots such as `{{intents}}`. A slot that is missing or unknown is found when the prompt
 * is made, not when it is used. A comment at the top of the file is for readers and is not sent.
 */

export interface Prompt<Slot extends string> {
  readonly name: string;
  /** Puts the values in. What looks like a slot inside a value stays as it is. */
  render(values: Readonly<Record<Slot, string>>): string;
}

const slotPattern = /\{\{\s*([\w-]+)\s*\}\}/g;

/** Makes a prompt of its source. Throws when the slots in it are not exactly those named. */
export function createPrompt<Slot extends string>(
  name: string,
  source: string,
  slots: readonly Slot[],
): Prompt<Slot> {
  const text = source.replace(/^\s*<!--[\s\S]*?-->/, "").trim();
  const present = new Set([...text.matchAll(slotPattern)].map((match) => match[1] ?? ""));
  const missing = slots.filter((slot) => !present.has(slot));
  const unknown = [...present].filter((slot) => !slots.some((known) => known === slot));
  if (missing.length > 0 || unknown.length > 0) {
    const list = (title: string, names: readonly string[]) =>
      names.length > 0 ? [`${title} ${names.map((slot) => `{{${slot}}}`).join(", ")}`] : [];
    throw new Error(
      `prompts/${name}.md: ${[...list("missing", missing), ...list("unknown", unknown)].join("; ")}`,
    );
  }
  return {
    name,
    render: (values) =>
      text.replace(
        slotPattern,
        (_, slot: string) => Object.entries<string>(values).find(([key]) => key === slot)?.[1] ?? "",
      ),
  };
}
