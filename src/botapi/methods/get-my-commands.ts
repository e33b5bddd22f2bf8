/** getMyCommands: what was set for exactly this scope and language. */
import { z } from "zod";
import { menu, scopeKey } from "../params/command-scope.ts";
import { method } from "./method.ts";

export const getMyCommands = method({
  name: "getMyCommands",
  params: z.strictObject(menu),
  run: ({ world }, { scope, language_code = "" }) => world.commands.get(scopeKey(scope), language_code),
});
