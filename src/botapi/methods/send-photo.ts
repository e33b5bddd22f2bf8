/** sendPhoto: at most 10 MB, width and height together at most 10000, sides at most 20 to 1. */
import { z } from "zod";
import { flag, text } from "../params/basics.ts";
import { entities } from "../params/entity.ts";
import { sending } from "../params/sending.ts";
import { badRequest } from "../refusal.ts";
import { captionText } from "../text/format.ts";
import { imageSize } from "../world/image-size.ts";
import type { Media } from "../world/message.ts";
import { inputFile } from "./input-file.ts";
import { type Call, method } from "./method.ts";
import { send } from "./sending.ts";

const maxPhotoBytes = 10 * 1024 * 1024;

export const sendPhoto = method({
  name: "sendPhoto",
  params: z.strictObject({
    ...sending,
    photo: text,
    caption: text.optional(),
    parse_mode: text.optional(),
    caption_entities: entities.optional(),
    show_caption_above_media: flag.optional(),
    has_spoiler: flag.optional(),
  }),
  run: (call, params) =>
    send(call, params, () => ({
      ...captionText({
        text: params.caption ?? "",
        parseMode: params.parse_mode,
        entities: params.caption_entities,
      }),
      media: photoOf(call, params.photo),
    })),
});

function photoOf(call: Call, parameter: string): Media {
  const file = inputFile(call, parameter, "photos");
  if (file.content.byteLength > maxPhotoBytes) throw badRequest("file is too big for a photo");
  const size = imageSize(file.content);
  if (size === undefined) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > 10_000 || ratio > 20) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return { kind: "photo", file, width, height };
}
