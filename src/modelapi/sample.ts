/** The smallest value that fits a JSON schema of the kind structured outputs allow. Pure. */
import { z } from "zod";

const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  $ref: z.string().optional(),
  $defs: z.record(z.string(), z.unknown()).optional(),
});

const plain: Readonly<Record<string, unknown>> = {
  string: "ok",
  number: 0,
  integer: 0,
  boolean: false,
  array: [],
  null: null,
};

/** Optional properties are left out, arrays are empty, the first of several choices is taken. */
export function sampleOf(schema: unknown, definitions: Readonly<Record<string, unknown>> = {}): unknown {
  const one = Schema.parse(schema);
  const known = one.$defs ?? definitions;
  if (one.$ref !== undefined) return sampleOf(known[one.$ref.replace("#/$defs/", "")] ?? {}, known);
  if (one.const !== undefined) return one.const;
  if (one.enum !== undefined) return one.enum[0];
  if (one.anyOf !== undefined) return sampleOf(one.anyOf[0] ?? {}, known);
  const type = Array.isArray(one.type) ? one.type[0] : one.type;
  if (type !== "object") return plain[type ?? "null"] ?? null;
  const required = one.required ?? [];
  return Object.fromEntries(required.map((name) => [name, sampleOf(one.properties?.[name] ?? {}, known)]));
}
