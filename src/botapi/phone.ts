/**
 * A chat as a phone shows it: one self-contained HTML page, 390 px wide, with the newest message at the bottom.
 * Pure: the same messages and options give the same page.
 */
import { bubble } from "./phone/bubble.ts";
import { escapeHtml } from "./phone/escape.ts";
import { style } from "./phone/style.ts";
import { clock, day } from "./phone/time.ts";
import type { StoredMessage } from "./world/message.ts";

export interface PhoneOptions {
  /** The name in the header. */
  title?: string;
  /** The small line under it. */
  subtitle?: string;
  /** Unix milliseconds: the clock in the status bar; the newest message's time when absent. */
  now?: number;
}

/** The page for these messages, oldest first. */
export function renderPhone(messages: readonly StoredMessage[], options: PhoneOptions = {}): string {
  const { title = "Jama", subtitle = "bot" } = options;
  const now = options.now ?? messages.at(-1)?.at ?? 0;
  const byId = new Map(messages.map((message) => [message.id, message]));
  const rows = messages.map((message, index) => {
    const before = messages[index - 1];
    const newDay = before === undefined || day(before.at) !== day(message.at);
    const chip = newDay ? `<div class="chip">${day(message.at)}</div>` : "";
    const next = messages[index + 1];
    return (
      chip + bubble(message, { replyTo: byId.get(message.replyTo ?? -1), last: next?.from !== message.from })
    );
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=390">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><header><div class="bar"><b>${clock(now)}</b><span class="battery"></span></div>
<div class="who"><span class="back"></span><span class="avatar">${escapeHtml(title.slice(0, 1))}</span>
<div><b>${escapeHtml(title)}</b><small>${escapeHtml(subtitle)}</small></div></div></header>
<main>${rows.join("\n")}</main>
<footer><span class="menu">Menu</span><span class="field">Message</span><span class="mic"></span></footer>
</body></html>
`;
}
