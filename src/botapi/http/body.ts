/** Reads a request's parameters from JSON, a form, a multipart body or the query string. */
import type { Values } from "../params/check.ts";
import { badRequest, Refusal } from "../refusal.ts";
import type { NewFile } from "../world/files.ts";
import { type Part, readMultipart } from "./multipart.ts";

export interface RequestBody extends Values {
  uploads: ReadonlyMap<string, NewFile>;
}

const maxUploadBytes = 50 * 1024 * 1024;
/** A little more than the file: the rest of the form. */
const maxBodyBytes = maxUploadBytes + 1024 * 1024;

/** The parameters of one request; query string and body are taken together, as the real server does. */
export async function readBody(request: Request): Promise<RequestBody> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const type = request.headers.get("content-type") ?? "";
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) throw tooLarge();
  if (type.includes("application/json")) {
    const body = await readJson(request);
    const asText = Object.keys(query).length > 0 && Object.keys(body).length === 0;
    return { values: { ...query, ...body }, asText, uploads: new Map() };
  }
  if (type.includes("multipart/form-data")) {
    const parts = readMultipart(Buffer.from(await request.arrayBuffer()), type);
    return { ...fromParts(parts, query), asText: true };
  }
  if (type.includes("application/x-www-form-urlencoded")) {
    const form = Object.fromEntries(new URLSearchParams(await request.text()));
    return { values: { ...query, ...form }, asText: true, uploads: new Map() };
  }
  return { values: query, asText: true, uploads: new Map() };
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const raw = await request.text();
  if (raw.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badRequest("can't parse JSON object");
}

/** A file that no field names with `attach://` stands for the parameter of its own name. */
function fromParts(parts: readonly Part[], query: Record<string, string>): Omit<RequestBody, "asText"> {
  const values: Record<string, unknown> = { ...query };
  const uploads = new Map<string, NewFile>();
  for (const part of parts) {
    if (part.fileName === undefined) values[part.name] = Buffer.from(part.content).toString("utf8");
    else uploads.set(part.name, toUpload(part, part.fileName));
  }
  const texts = Object.values(values).filter((value) => typeof value === "string");
  for (const name of uploads.keys()) {
    if (!texts.some((value) => value.includes(`attach://${name}`))) values[name] = `attach://${name}`;
  }
  return { values, uploads };
}

function toUpload(part: Part, name: string): NewFile {
  if (part.content.byteLength > maxUploadBytes) throw tooLarge();
  return { name, mime: part.contentType || "application/octet-stream", content: part.content };
}

function tooLarge(): Refusal {
  return new Refusal(413, "Request Entity Too Large");
}
