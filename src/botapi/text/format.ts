/** From a text parameter with its parse mode or entities to the formatted text of a message. */
import type { Entity } from "../params/entity.ts";
import { badRequest } from "../refusal.ts";
import type { FormattedText } from "../world/message.ts";
import { withDetected } from "./detect.ts";
import { checkEntities } from "./entity-check.ts";
import { parseHtml } from "./html.ts";
import { checkedLink } from "./links.ts";
import { cleaned } from "./trim.ts";

const maxInputBytes = 1 << 15;

export interface RawText {
  text: string;
  parseMode?: string | undefined;
  entities?: readonly Entity[] | undefined;
}

/** The text of a message, 1-4096 UTF-16 units after parsing. */
export function messageText(raw: RawText): FormattedText {
  if (raw.text === "") throw badRequest("message text is empty");
  const formatted = formattedText(raw);
  if (formatted.text.trim() === "") throw badRequest("text must be non-empty");
  if (formatted.text.length > 4096) throw badRequest("message is too long");
  return formatted;
}

/** A caption, 0-1024 UTF-16 units after parsing. */
export function captionText(raw: RawText): FormattedText {
  const formatted = formattedText(raw);
  if (formatted.text.length > 1024) throw badRequest("message caption is too long");
  return formatted;
}

function formattedText(raw: RawText): FormattedText {
  if (Buffer.byteLength(raw.text) > maxInputBytes) throw badRequest("text is too long");
  const parsed = parsedText(raw);
  const { text, entities } = cleaned(parsed.text, parsed.entities.flatMap(keptLink));
  return { text, entities: withDetected(text, entities) };
}

function parsedText(raw: RawText): { text: string; entities: readonly Entity[] } {
  const mode = (raw.parseMode ?? "").toLowerCase();
  if (mode !== "" && raw.entities !== undefined) {
    throw badRequest("parse_mode and entities are given both (the real server ignores the entities)");
  }
  if (mode === "html") return parseHtml(raw.text);
  if (mode === "markdown" || mode === "markdownv2") {
    throw badRequest(`parse_mode ${raw.parseMode} is not supported by this server: use HTML or entities`);
  }
  if (mode !== "") throw badRequest("unsupported parse_mode");
  const entities = raw.entities ?? [];
  checkEntities(raw.text, entities);
  return { text: raw.text, entities };
}

/** A link that Telegram would not open is no link any more. */
function keptLink(entity: Entity): Entity[] {
  if (entity.type !== "text_link") return [entity];
  const url = checkedLink(entity.url ?? "");
  return url === undefined ? [] : [{ ...entity, url }];
}
