/** The plain parameter types of the Bot API. */
import { z } from "zod";

export const integer = z.int();
export const text = z.string();
export const flag = z.boolean();

/** A chat by number (as a number or in digits) or by @username. */
export const chatId = z.union([z.int(), z.string().regex(/^(-?\d+|@\w+)$/, "chat not found")]);
export type ChatId = z.infer<typeof chatId>;
