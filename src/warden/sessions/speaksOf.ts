/** Which session an entry of Claude Code's registry is about. Pure. */
import type { EvidenceOf } from "../evidence/evidence.ts";
import { isSilent } from "../evidence/observation.ts";
import type { SessionRecord } from "../journal/record.ts";

interface Process {
  pid: number;
  procStart: string;
}

export interface KnownSession {
  record: Pick<SessionRecord, "claudeId" | "resumes">;
  seen: { registry?: Process & Pick<EvidenceOf<"registry">, "status"> };
}

/**
 * Another Claude Code may take up the same conversation at the desk (`--continue`): while our own has an entry, that
 * one speaks and no other. After /clear the conversation's id is a new one, but the process is the same. Where a conversation was taken up
 * again the entry of its former process may still lie there, for ever busy when that was killed.
 */
export function speaksOf({ record, seen }: KnownSession, claudeId: string, by: Process): boolean {
  const isSame = (one: Process) => one.pid === by.pid && one.procStart === by.procStart;
  if (record.resumes?.before.some(isSame)) return false;
  if (seen.registry && isSame(seen.registry)) return true;
  return record.claudeId === claudeId && isSilent(seen.registry);
}
