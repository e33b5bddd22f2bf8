/** answerCallbackQuery: once for each tap, and soon. */
import { z } from "zod";
import { flag, integer, text } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { method } from "./method.ts";

export const answerCallbackQuery = method({
  name: "answerCallbackQuery",
  params: z.strictObject({
    callback_query_id: text,
    text: text.optional(),
    show_alert: flag.optional(),
    url: text.optional(),
    cache_time: integer.optional(),
  }),
  run: ({ world, now }, params) => {
    if ((params.text ?? "").length > 200) throw badRequest("MESSAGE_TOO_LONG");
    if (params.url !== undefined && !/^(https?:\/\/t\.me\/|tg:)/.test(params.url))
      throw badRequest("URL_INVALID");
    world.queries.answer(params.callback_query_id, {
      at: now,
      text: params.text ?? "",
      alert: params.show_alert === true,
      ...(params.url === undefined ? {} : { url: params.url }),
    });
    return true;
  },
});
