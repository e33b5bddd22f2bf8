/** Inline buttons under a message. A small sign tells those that copy or open something. */
import type { InlineButton } from "../params/markup.ts";
import { escapeHtml } from "./escape.ts";

export function keyboard(rows: readonly (readonly InlineButton[])[]): string {
  if (rows.length === 0) return "";
  const html = rows.map((row) => `<div class="row">${row.map(button).join("")}</div>`);
  return `<div class="keyboard">${html.join("")}</div>`;
}

function button(given: InlineButton): string {
  const sign = given.copy_text !== undefined ? "copy" : given.url !== undefined ? "open" : "";
  return `<span class="button ${given.style ?? ""}">${escapeHtml(given.text)}<i class="${sign}"></i></span>`;
}
