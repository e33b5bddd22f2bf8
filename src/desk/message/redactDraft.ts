/** A message without secrets. One that had some loses its formatting, whose places no longer fit. Pure. */
import type { Draft } from "./draft.ts";
import { redact } from "./redact.ts";

/** The very same draft when there is nothing to blot out. */
export function redactDraft(draft: Draft, secrets: readonly string[]): Draft {
  const { document } = draft;
  const text = redact(draft.text, secrets);
  const content = document && redact(document.content, secrets);
  if (text === draft.text && content === document?.content) return draft;
  return {
    ...draft,
    text,
    entities: text === draft.text ? draft.entities : [],
    ...(document && content !== undefined ? { document: { ...document, content } } : {}),
  };
}
