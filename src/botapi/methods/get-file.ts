/** getFile: where to download a file of at most 20 MB. */
import { z } from "zod";
import { text } from "../params/basics.ts";
import { badRequest } from "../refusal.ts";
import { method } from "./method.ts";

const maxDownloadBytes = 20 * 1024 * 1024;

export const getFile = method({
  name: "getFile",
  params: z.strictObject({ file_id: text }),
  run: ({ world }, { file_id }) => {
    const file = world.files.get(file_id);
    if (file === undefined) throw badRequest("wrong file_id or the file is temporarily unavailable");
    const size = file.content.byteLength;
    if (size > maxDownloadBytes) throw badRequest("file is too big");
    return { file_id: file.id, file_unique_id: file.uniqueId, file_size: size, file_path: file.path };
  },
});
