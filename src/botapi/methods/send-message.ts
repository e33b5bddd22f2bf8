/** sendMessage. */
import { z } from "zod";
import { text } from "../params/basics.ts";
import { entities } from "../params/entity.ts";
import { linkPreviewOptions, sending } from "../params/sending.ts";
import { messageText } from "../text/format.ts";
import { method } from "./method.ts";
import { send } from "./sending.ts";

export const sendMessage = method({
  name: "sendMessage",
  params: z.strictObject({
    ...sending,
    text,
    parse_mode: text.optional(),
    entities: entities.optional(),
    link_preview_options: linkPreviewOptions.optional(),
  }),
  run: (call, params) =>
    send(call, params, () =>
      messageText({ text: params.text, parseMode: params.parse_mode, entities: params.entities }),
    ),
});
