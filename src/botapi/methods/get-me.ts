/** getMe: who the bot is; clients call it first to learn whether the token works. */
import { z } from "zod";
import { botToWire } from "../world/account.ts";
import { method } from "./method.ts";

export const getMe = method({
  name: "getMe",
  params: z.strictObject({}),
  run: ({ world }) => botToWire(world.bot),
});
