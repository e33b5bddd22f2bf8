/**
 * The two texts of the call. What others wrote goes into the user turn as one JSON object and nowhere else;
 * a project's description is left out, since a session can write the file it comes from.
 */
import type { Prompt } from "../../../prompts/prompt.ts";
import type { IntentSpec } from "../intent.ts";
import { permissionModes } from "../interpretation.ts";
import type { InterpretRequest } from "../interpreter.ts";

const maxCharacters = 4_000;

/** The slots of `prompts/interpret.md`. */
export const interpretSlots = ["intents", "modes"] as const;
export type InterpretPrompt = Prompt<(typeof interpretSlots)[number]>;

/** The same for every message. */
export function systemText(prompt: InterpretPrompt, intents: readonly IntentSpec[]): string {
  const lines = intents.map(({ name, meaning, examples }) => {
    const quoted = examples.slice(0, 5).map((example) => JSON.stringify(example));
    return `- ${name}: ${meaning}. ${quoted.join(", ")}`;
  });
  return prompt.render({ intents: lines.join("\n"), modes: permissionModes.join(", ") });
}

/** The message and what it can refer to, fenced as JSON. */
export function userText(request: InterpretRequest): string {
  const data = {
    // What is meant stands at the beginning; a long paste would only cost tokens.
    text: request.text.slice(0, maxCharacters),
    repliedTo: request.repliedTo ?? null,
    projects: request.projects.map(({ slug, name, aliases }) => ({ slug, name, aliases })),
    sessions: request.sessions.map(({ name, project, state }) => ({ name, project, state })),
  };
  return `\`\`\`json\n${JSON.stringify(data)}\n\`\`\``;
}
