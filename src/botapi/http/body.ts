/** Reads a request's parameters from JSON, a form, a multipart body or the query string. */
import type { Values } from "../params/check.ts";
import { badRequest, Refusal } from "../refusal.ts";
import type { NewFile } from "../world/files.ts";

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
  if (type.includes("multipart/form-data") || type.includes("application/x-www-form-urlencoded")) {
    return { ...(await readForm(request, query)), asText: true };
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

async function readForm(
  request: Request,
  query: Record<string, string>,
): Promise<{ values: Record<string, unknown>; uploads: ReadonlyMap<string, NewFile> }> {
  const values: Record<string, unknown> = { ...query };
  const uploads = new Map<string, NewFile>();
  for (const [name, value] of await request.formData()) {
    if (typeof value === "string") values[name] = value;
    else uploads.set(name, await toUpload(value));
  }
  const texts = Object.values(values).filter((value) => typeof value === "string");
  for (const name of uploads.keys()) {
    if (!texts.some((value) => value.includes(`attach://${name}`))) values[name] = `attach://${name}`;
  }
  return { values, uploads };
}

async function toUpload(file: File): Promise<NewFile> {
  if (file.size > maxUploadBytes) throw tooLarge();
  const content = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, mime: file.type || "application/octet-stream", content };
}

function tooLarge(): Refusal {
  return new Refusal(413, "Request Entity Too Large");
}
