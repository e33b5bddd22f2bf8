/**
 * Turns a request's values into a method's parameters. Stricter than the real server in two ways, so that a
 * mistake cannot pass unseen in a test: an unknown parameter is refused (the real one ignores it), and so is a
 * number or boolean sent as text in a JSON body (the real one reads it).
 */
import type { z } from "zod";
import { badRequest, type Refusal } from "../refusal.ts";
import { missingText } from "./missing.ts";

export interface Values {
  values: Record<string, unknown>;
  /** From a form or a query string: every value is text, and whatever is no string is JSON inside it. */
  asText: boolean;
}

/** The parameters, or a Refusal that says which one is wrong. */
export function checkParams<S extends z.ZodObject>(method: string, schema: S, given: Values): z.infer<S> {
  const values = given.asText ? decodeAll(schema, given.values) : given.values;
  for (const name of Object.keys(schema.shape)) {
    if (isRequired(schema, name) && values[name] === undefined) throw badRequest(missingText(method, name));
  }
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw refusalFor(result.error);
}

function isRequired(schema: z.ZodObject, name: string): boolean {
  return schema.shape[name]?.safeParse(undefined).success === false;
}

function decodeAll(schema: z.ZodObject, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, decode(schema, name, value)]),
  );
}

function decode(schema: z.ZodObject, name: string, value: unknown): unknown {
  const type = schema.shape[name];
  if (typeof value !== "string" || type === undefined || type.safeParse(value).success) return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}

function refusalFor(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  if (issue === undefined) return badRequest("parameters are invalid");
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => (path === "" ? key : `${path}.${key}`)).join(", ");
    return badRequest(`unknown or unsupported parameter: ${names}`);
  }
  if (issue.message === "chat not found") return badRequest(issue.message);
  return badRequest(`parameter "${path}" is invalid: ${issue.message}`);
}
