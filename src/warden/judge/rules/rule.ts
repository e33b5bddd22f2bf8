/** The shape of a rule: a name, and a pure function of what was observed and the time. */
import type { SessionState } from "../../../protocol/session.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { Observed } from "../../evidence/observed.ts";
import type { Finding, Policy } from "../verdict.ts";

export interface Found {
  finding: Finding;
  state: SessionState;
  detail?: string;
  because: (Evidence | undefined)[];
}

export interface Rule {
  name: string;
  judge(seen: Observed, now: number, policy: Policy): Found | undefined;
}
