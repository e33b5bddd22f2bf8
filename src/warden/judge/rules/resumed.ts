/** Rules for a conversation that was taken up again. */
import type { Rule } from "./rule.ts";

/** The prompt is taken some 60 ms after such a turn (measured with 2.1.197); one that never comes holds nothing back. */
const promptMs = 5_000;

/** Of a background task that died with its process Claude Code hears first, in a turn of its own: that is not the end. */
export const machineTurnFirst: Rule = {
  name: "machine-turn-first",
  judge: ({ awaitsPrompt, stop, failure, registry }, now) => {
    const end = stop ?? failure;
    return awaitsPrompt && end && now - end.at < promptMs
      ? { finding: { kind: "working" }, state: "working", because: [registry] }
      : undefined;
  },
};
