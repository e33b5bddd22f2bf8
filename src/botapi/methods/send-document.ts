/** sendDocument: a new upload of at most 50 MB, or a file sent before. */
import { z } from "zod";
import { flag, text } from "../params/basics.ts";
import { entities } from "../params/entity.ts";
import { sending } from "../params/sending.ts";
import { captionText } from "../text/format.ts";
import { inputFile } from "./input-file.ts";
import { method } from "./method.ts";
import { send } from "./sending.ts";

export const sendDocument = method({
  name: "sendDocument",
  params: z.strictObject({
    ...sending,
    document: text,
    thumbnail: text.optional(),
    caption: text.optional(),
    parse_mode: text.optional(),
    caption_entities: entities.optional(),
    disable_content_type_detection: flag.optional(),
  }),
  run: (call, params) =>
    send(call, params, () => ({
      ...captionText({
        text: params.caption ?? "",
        parseMode: params.parse_mode,
        entities: params.caption_entities,
      }),
      media: { kind: "document", file: inputFile(call, params.document, "documents") },
    })),
});
