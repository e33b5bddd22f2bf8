/** From what was observed to a verdict. Pure: no clock, no reading; the rules do the thinking. */
import type { Observed } from "../evidence/observed.ts";
import { rulesInOrder } from "./rules/order.ts";
import type { Policy, Verdict } from "./verdict.ts";

export function classify(seen: Observed, now: number, policy: Policy): Verdict {
  for (const rule of rulesInOrder) {
    const found = rule.judge(seen, now, policy);
    if (!found) continue;
    const because = found.because.filter((one) => one !== undefined);
    return { ...found.finding, rule: rule.name, state: found.state, detail: found.detail ?? "", because };
  }
  throw new Error("The last rule always finds something.");
}
