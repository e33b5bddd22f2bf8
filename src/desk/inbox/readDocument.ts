/** Fetches a text file that a person sent. */
import type { Api } from "grammy";
import type { IncomingOf } from "./incoming.ts";

/** Larger than any task that a person writes; well below the 20 MB that Telegram lets a bot fetch. */
const maxBytes = 2_000_000;

/** What is wrong with a document, in words for the person. */
export class DocumentError extends Error {
  override name = "DocumentError";
}

export function readDocument(api: Api, { apiRoot, token }: { apiRoot: string; token: string }) {
  const download = async (fileId: string): Promise<Buffer> => {
    const file = await api.getFile(fileId);
    const response = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
    if (!response.ok) throw new Error(`the file server answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
  return async ({ fileId, fileName, size }: IncomingOf<"document">): Promise<string> => {
    const tooLarge = new DocumentError(
      `${fileName} is too large for a task: at most ${maxBytes / 1_000_000} MB of text.`,
    );
    if (size > maxBytes) throw tooLarge;
    const bytes = await download(fileId).catch((cause: unknown) => {
      throw new DocumentError(`${fileName} could not be fetched from Telegram. Send it again, please.`, {
        cause,
      });
    });
    if (bytes.byteLength > maxBytes) throw tooLarge;
    const text = bytes.toString("utf8");
    if (text.includes("\0") || text.includes("\uFFFD"))
      throw new DocumentError(`${fileName} is no text in UTF-8; I cannot use it as a task.`);
    if (text.trim() === "") throw new DocumentError(`${fileName} is empty.`);
    return text;
  };
}
