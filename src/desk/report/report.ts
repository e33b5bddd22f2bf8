/** A completion and all that is learned about it afterwards; the message is rendered from it anew each time. */
import { z } from "zod";
import { Facts } from "../../protocol/facts.ts";

export const Summary = z.object({
  verdict: z.enum(["done", "needs-reply", "failed", "partial"]),
  /** At most three. */
  sentences: z.array(z.string()),
});
export type Summary = z.infer<typeof Summary>;

export const Report = z.object({
  session: z.string(),
  turn: z.string(),
  origin: z.string(),
  lastMessage: z.string(),
  question: z.boolean(),
  certain: z.boolean(),
  facts: Facts,
  /** False while facts are still being measured. */
  complete: z.boolean(),
  resume: z.string(),
  /** Terminals attached to the session when it was told. */
  attached: z.number().optional(),
  /** Id of the message that shows it, when that is not the report's own key. */
  message: z.string().optional(),
  summary: Summary.optional(),
  verified: z.object({ ok: z.boolean(), command: z.string() }).optional(),
  /** The warden has the desk's word on it. */
  judged: z.boolean(),
  withdrawn: z.boolean(),
  /** The session was torn down: nothing of it runs. */
  closed: z.boolean(),
});
export type Report = z.infer<typeof Report>;

export function reportKey(session: string, turn: string): string {
  return `report:${session}:${turn}`;
}
