/** The wake-ups that a session has set for itself, as its calls of tools tell: for when no hook does. Pure. */
import { toolResultsOf, toolUsesOf } from "./blocks.ts";
import type { TranscriptLine } from "./line.ts";

/** One phrase each. A one-time wake-up counts until the next prompt: then it has come, or was forgotten. */
export function wakeUpsOf(lines: readonly TranscriptLine[]): string[] {
  const set = new Map<string, { said: string; once: boolean; id?: string }>();
  for (const line of lines) {
    if (line.isSidechain || line.type === "queue-operation") continue;
    if (line.type === "assistant") {
      for (const { id, name, input } of toolUsesOf(line.message.content)) {
        const said = phrase(input);
        if (name === "ScheduleWakeup") set.set(id, { said, once: true });
        if (name === "CronCreate") set.set(id, { said, once: input["recurring"] === false });
        if (name === "CronDelete") remove(set, String(input["id"] ?? input["cron_id"] ?? ""));
      }
      continue;
    }
    const results = toolResultsOf(line.message.content);
    if (results.length === 0 && !line.isMeta) for (const [id, { once }] of set) if (once) set.delete(id);
    for (const { toolUseId, text, isError } of results) {
      const wakeUp = set.get(toolUseId);
      if (wakeUp && isError) set.delete(toolUseId);
      else if (wakeUp) wakeUp.id = /\b[0-9a-f]{8}\b/.exec(text)?.[0] ?? "";
    }
  }
  return [...set.values()].map(({ said }) => said);
}

function remove(set: Map<string, { id?: string }>, cron: string): void {
  for (const [key, { id }] of set) if (cron !== "" && id === cron) set.delete(key);
}

function phrase(input: Record<string, unknown>): string {
  const parts = [
    input["cron"],
    input["delaySeconds"] && `in ${input["delaySeconds"]} s`,
    input["prompt"] ?? input["reason"],
  ];
  return (
    parts
      .filter((part) => typeof part === "string")
      .join(": ")
      .slice(0, 200) || "a wake-up of its own"
  );
}
