/** What a Bot API method is here: a name, a schema of its parameters, and what it does to the world. */
import type { z } from "zod";
import { checkParams, type Values } from "../params/check.ts";
import type { NewFile } from "../world/files.ts";
import type { World } from "../world/world.ts";

export interface Call {
  world: World;
  /** Files of a multipart request, by the name of their part. */
  uploads: ReadonlyMap<string, NewFile>;
  /** Unix milliseconds at which the call was taken. */
  now: number;
  /** Aborted when the caller hangs up. */
  hungUp: AbortSignal;
}

export interface Definition<S extends z.ZodObject> {
  name: string;
  params: S;
  /** Returns what goes into `result`; throws a Refusal for everything else. */
  run(call: Call, params: z.infer<S>): unknown;
}

export interface Method {
  name: string;
  params: z.ZodObject;
  /** Checks the values and does the work. */
  answer(call: Call, values: Values): Promise<unknown>;
}

/** Makes a method; its parameters reach `run` checked and typed. */
export function method<S extends z.ZodObject>(definition: Definition<S>): Method {
  const { name, params } = definition;
  return {
    name,
    params,
    answer: async (call, values) => definition.run(call, checkParams(name, params, values)),
  };
}
