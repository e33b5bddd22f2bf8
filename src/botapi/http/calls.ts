/** The log of everything the bot asked of the server. */
import type { Answer } from "./answer.ts";

export interface CallRecord {
  method: string;
  params: Record<string, unknown>;
  /** Unix milliseconds at which the call was taken. */
  at: number;
  /** Absent while the call is under way, and when the answer was no JSON. */
  answer?: Answer;
  /** The answer was thrown away: a planned fault, or a network that was down. */
  lost: boolean;
}
