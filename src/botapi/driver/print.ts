/** A chat in plain text. */
import type { StoredMessage } from "../world/message.ts";

export function printMessages(messages: readonly StoredMessage[], nameOf: (id: number) => string): string {
  if (messages.length === 0) return "(the chat is empty)";
  return messages.map((message) => printMessage(message, nameOf(message.from))).join("\n");
}

function printMessage(message: StoredMessage, name: string): string {
  const marks = [
    message.silent ? "silent" : "",
    message.replyTo === undefined ? "" : `reply to ${message.replyTo}`,
    message.threadId === undefined ? "" : `topic ${message.threadId}`,
    message.edits.length === 0 ? "" : `edited ${message.edits.length}x`,
    message.pinned ? "pinned" : "",
    message.reactions.join(""),
  ].filter((mark) => mark !== "");
  const time = new Date(message.at).toISOString().slice(11, 23);
  const head = [`#${message.id}`, time, name, ...marks].join(" | ");
  const media = message.media === undefined ? [] : [`<${message.media.kind} ${message.media.file.name}>`];
  const service = message.service === undefined ? [] : [`* ${JSON.stringify(message.service)}`];
  const rows = message.buttons.map((row) => row.map((button) => `[${button.text}]`).join(" "));
  const body = [...media, ...service, ...(message.text === "" ? [] : message.text.split("\n")), ...rows];
  return [head, ...body.map((line) => `    ${line}`)].join("\n");
}
