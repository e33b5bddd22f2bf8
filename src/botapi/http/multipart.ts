/**
 * Reads multipart/form-data. Not with Node's own parser: Node 20's refuses file names without quotes, which
 * grammY sends and the real server takes.
 */
import { badRequest } from "../refusal.ts";

export interface Part {
  name: string;
  /** Absent for a plain field. */
  fileName?: string;
  contentType: string;
  content: Uint8Array;
}

/** The parts in their order; a body that is not well-formed is refused. */
export function readMultipart(body: Buffer, contentType: string): Part[] {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw badRequest("boundary parameter not found in multipart/form-data");
  const parts: Part[] = [];
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start !== -1 && !isLast(body, start + delimiter.length)) {
    const next = body.indexOf(`\r\n--${boundary}`, start + delimiter.length);
    if (next === -1) throw badRequest("boundary not found in multipart/form-data");
    parts.push(readPart(body.subarray(start + delimiter.length + 2, next)));
    start = next + 2;
  }
  return parts;
}

function isLast(body: Buffer, at: number): boolean {
  return body.subarray(at, at + 2).toString("latin1") === "--";
}

function readPart(part: Buffer): Part {
  const headEnd = part.indexOf("\r\n\r\n");
  if (headEnd === -1) throw badRequest("headers not found in multipart/form-data");
  const head = part.subarray(0, headEnd).toString("utf8");
  const name = parameter(head, "name");
  const fileName = parameter(head, "filename");
  if (name === undefined) throw badRequest("field name is absent in multipart/form-data");
  return {
    name,
    ...(fileName === undefined ? {} : { fileName }),
    contentType: /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? "",
    content: part.subarray(headEnd + 4),
  };
}

function parameter(head: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, "i").exec(head);
  return match?.[1] ?? match?.[2];
}
