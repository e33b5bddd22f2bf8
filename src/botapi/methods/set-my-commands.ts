/** setMyCommands: at most 100 commands for one scope and language. */
import { z } from "zod";
import { text } from "../params/basics.ts";
import { menu, scopeKey } from "../params/command-scope.ts";
import { badRequest } from "../refusal.ts";
import { findRoom } from "../world/access.ts";
import type { Command } from "../world/command-lists.ts";
import { method } from "./method.ts";

export const setMyCommands = method({
  name: "setMyCommands",
  params: z.strictObject({
    commands: z.array(z.strictObject({ command: text, description: text })),
    ...menu,
  }),
  run: ({ world }, { commands, scope, language_code = "" }) => {
    if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    if (scope !== undefined && "chat_id" in scope) findRoom(world, scope.chat_id);
    world.commands.set(scopeKey(scope), language_code, commands.map(checked));
    return true;
  },
});

function checked(given: Command): Command {
  const command = given.command.trim().replace(/^\//, "");
  const description = given.description.trim();
  if (command === "") throw badRequest("command must be non-empty");
  if (command.length > 32) throw badRequest("command length must not exceed 32");
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  if (description === "") throw badRequest("command description must be non-empty");
  if ([...description].length > 256) throw badRequest("command description length must not exceed 256");
  return { command, description };
}
