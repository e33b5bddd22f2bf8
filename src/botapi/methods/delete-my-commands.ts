/** deleteMyCommands: forgets what was set for this scope and language. */
import { z } from "zod";
import { menu, scopeKey } from "../params/command-scope.ts";
import { method } from "./method.ts";

export const deleteMyCommands = method({
  name: "deleteMyCommands",
  params: z.strictObject(menu),
  run: ({ world }, { scope, language_code = "" }) => {
    world.commands.delete(scopeKey(scope), language_code);
    return true;
  },
});
