/** The limits of inline buttons, with the server's words for each. */
import type { AnyMarkup, InlineButton } from "../params/markup.ts";
import { badRequest } from "../refusal.ts";
import { checkedLink } from "./links.ts";

const maxButtons = 100;

export type Rows = readonly (readonly InlineButton[])[];

/** The rows of an inline keyboard, checked; nothing for another kind of keyboard. */
export function inlineRows(markup: AnyMarkup | undefined): Rows {
  if (markup === undefined || !("inline_keyboard" in markup)) return [];
  const rows = markup.inline_keyboard.filter((row) => row.length > 0);
  if (rows.flat().length > maxButtons) throw badRequest("reply markup is too long");
  for (const button of rows.flat()) checkButton(button);
  return rows;
}

function checkButton(button: InlineButton): void {
  if (button.text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  const { text: _text, style: _style, icon_custom_emoji_id: _icon, ...kinds } = button;
  const given = Object.values(kinds).filter((value) => value !== undefined && value !== "");
  if (given.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (given.length > 1)
    throw badRequest(`BUTTON_TYPE_INVALID: "${button.text}" has more than one kind of action`);
  if (button.callback_data) checkData(button.callback_data);
  if (button.copy_text !== undefined) checkCopy(button.copy_text.text);
  if (button.url && checkedLink(button.url) === undefined) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
}

function checkData(data: string): void {
  if (Buffer.byteLength(data) > 64) throw badRequest("BUTTON_DATA_INVALID");
}

function checkCopy(text: string): void {
  if (text.length < 1 || text.length > 256) throw badRequest("BUTTON_COPY_TEXT_INVALID");
}
