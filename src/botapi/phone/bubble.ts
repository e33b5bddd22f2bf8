/** One message: bubble, what it replies to, media, text, time and signs, reactions, buttons. */
import type { StoredMessage } from "../world/message.ts";
import { escapeHtml } from "./escape.ts";
import { keyboard } from "./keyboard.ts";
import { mediaHtml } from "./media.ts";
import { richText } from "./rich-text.ts";
import { clock } from "./time.ts";

export interface Surroundings {
  replyTo: StoredMessage | undefined;
  /** The sender's last message in a row: it has the tail. */
  last: boolean;
}

export function bubble(message: StoredMessage, { replyTo, last }: Surroundings): string {
  if (message.service !== undefined)
    return `<div class="chip">${escapeHtml(serviceText(message.service))}</div>`;
  const side = message.fromBot ? "in" : "out";
  const media = message.media === undefined ? "" : mediaHtml(message.media);
  const classes = [
    "bubble",
    last ? "tail" : "",
    message.media?.kind ?? "",
    message.buttons.length > 0 ? "wide" : "",
  ];
  const text =
    message.text === ""
      ? ""
      : `<div class="text">${richText(message.text, message.entities)}${spacer(message)}</div>`;
  return `<div class="message ${side}"><div class="${classes.filter(Boolean).join(" ")}">${reply(replyTo)}${media}${text}${reactions(message)}${meta(message)}</div>${keyboard(message.buttons)}</div>`;
}

function reply(to: StoredMessage | undefined): string {
  if (to === undefined) return "";
  const name = to.fromBot ? "Jama" : "You";
  const text = to.text === "" ? (to.media?.kind ?? "") : to.text;
  return `<div class="reply"><b>${name}</b><span>${escapeHtml(text.slice(0, 80))}</span></div>`;
}

function meta(message: StoredMessage): string {
  return `<span class="meta">${metaText(message)}${message.fromBot ? "" : '<i class="read"></i>'}</span>`;
}

/** Keeps the last line of text clear of the time that floats over the corner. */
function spacer(message: StoredMessage): string {
  return `<span class="spacer">${metaText(message)}${message.fromBot ? "" : "mm"}</span>`;
}

function metaText(message: StoredMessage): string {
  const signs = [
    message.pinned ? '<i class="pin"></i>' : "",
    message.silent ? '<i class="silent"></i>' : "",
    message.edits.length > 0 ? "edited " : "",
  ];
  return signs.join("") + clock(message.at);
}

function reactions(message: StoredMessage): string {
  return message.reactions.map((emoji) => `<span class="reaction">${escapeHtml(emoji)}</span>`).join("");
}

function serviceText(service: Record<string, unknown>): string {
  const [kind = ""] = Object.keys(service);
  return kind.replaceAll("_", " ");
}
