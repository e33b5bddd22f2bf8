/** What came in from a person, as it is kept on disk until it was handled. */
import { z } from "zod";

const base = {
  /** Of the first update, when several were joined. */
  updateId: z.number(),
  /** Unix milliseconds at which the bot got it. */
  at: z.number(),
  from: z.object({ id: z.number(), name: z.string() }),
  chat: z.number(),
  thread: z.number().optional(),
  messageId: z.number(),
};

export const Incoming = z.discriminatedUnion("kind", [
  z.object({ ...base, kind: z.literal("text"), text: z.string(), replyTo: z.number().optional() }),
  /** A text file, to be read as a task or as its material. */
  z.object({
    ...base,
    kind: z.literal("document"),
    fileId: z.string(),
    fileName: z.string(),
    mimeType: z.string(),
    /** Bytes, as Telegram tells; 0 when it does not. */
    size: z.number(),
    caption: z.string(),
    replyTo: z.number().optional(),
  }),
  /** `messageId` is the message that carries the button. */
  z.object({ ...base, kind: z.literal("button"), data: z.string() }),
  z.object({ ...base, kind: z.literal("edited") }),
  /** Something that is not understood, by the name a person has for it. */
  z.object({ ...base, kind: z.literal("unsupported"), what: z.string() }),
]);
export type Incoming = z.infer<typeof Incoming>;
export type IncomingOf<K extends Incoming["kind"]> = Extract<Incoming, { kind: K }>;
