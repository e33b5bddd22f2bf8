/**
 * A message as the desk thinks of it: text with entities (which cannot fail to parse), buttons, and what does
 * not fit as a document. Kept on disk in the outbox, hence a schema.
 */
import { z } from "zod";

export const Button = z.discriminatedUnion("kind", [
  /** `data` names the action that is pressed: `<action>.<verb>:<argument>`, at most 64 bytes. */
  z.object({
    kind: z.literal("press"),
    label: z.string(),
    data: z.string(),
    style: z.enum(["danger", "success", "primary"]).optional(),
  }),
  z.object({ kind: z.literal("copy"), label: z.string(), text: z.string().min(1).max(256) }),
]);
export type Button = z.infer<typeof Button>;

/** As the Bot API has them; offsets and lengths in UTF-16 code units. */
export const Entity = z.object({
  type: z.enum(["bold", "italic", "code", "pre", "blockquote", "expandable_blockquote"]),
  offset: z.number(),
  length: z.number(),
});
export type Entity = z.infer<typeof Entity>;

export const Draft = z.object({
  text: z.string(),
  entities: z.array(Entity),
  /** Rows of buttons. */
  buttons: z.array(z.array(Button)),
  document: z.object({ name: z.string(), content: z.string() }).optional(),
});
export type Draft = z.infer<typeof Draft>;
