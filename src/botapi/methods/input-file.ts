/** A file parameter: uploaded with the request, or one that the server has already. */
import { badRequest } from "../refusal.ts";
import type { StoredFile } from "../world/files.ts";
import type { Call } from "./method.ts";

/** The file behind a parameter; a new upload is kept under `folder`. */
export function inputFile(call: Call, parameter: string, folder: string): StoredFile {
  const part = /^attach:\/\/(.+)$/.exec(parameter)?.[1];
  if (part === undefined) {
    const known = call.world.files.get(parameter);
    if (known === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
    return known;
  }
  const upload = call.uploads.get(part);
  if (upload === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
  if (upload.content.byteLength === 0) throw badRequest("file must be non-empty");
  return call.world.files.add(folder, upload);
}
