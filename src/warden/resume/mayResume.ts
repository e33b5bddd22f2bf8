/** May a conversation be taken up again? Pure; two Claude Codes on one conversation would undo each other's work. */
import type { ResumeReply } from "../../protocol/commands.ts";
import type { Surroundings } from "./lookAround.ts";

export interface MayResumeInput extends Pick<Surroundings, "kept" | "own" | "elsewhere"> {
  /** The session of ours that has the conversation now. */
  heldBy: string | undefined;
}

/** What stands in the way; undefined when nothing does. */
export function whyNotResume({ heldBy, own, elsewhere, kept }: MayResumeInput): ResumeReply | undefined {
  if (heldBy !== undefined) return { outcome: "refused", why: `It goes on already, in ${heldBy}.` };
  if (own.length > 0) return { outcome: "still-runs", leftovers: [...own] };
  if (elsewhere !== undefined) {
    const why = `Its conversation is open in another Claude Code (process ${elsewhere}). Close that one first.`;
    return { outcome: "refused", why };
  }
  if (kept) return undefined;
  const why =
    "Its conversation is gone: Claude Code keeps no transcript of it with anything in it. Send the task again.";
  return { outcome: "refused", why };
}
