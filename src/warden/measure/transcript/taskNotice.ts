/** The machine-made message that a background command has ended: the only place where its exit code stands. */
import { textOf } from "./blocks.ts";
import type { CallEnd } from "./callEnd.ts";
import type { TranscriptLine } from "./line.ts";

export interface TaskNotice {
  toolUseId: string;
  end: CallEnd;
  outputFile?: string;
}

/** Undefined for any other line, and for a notice of a task that still runs. */
export function taskNotice(line: TranscriptLine): TaskNotice | undefined {
  if (line.type === "assistant") return undefined;
  const text = line.type === "user" ? textOf(line.message.content) : line.content;
  if (!text.startsWith("<task-notification>")) return undefined;
  const toolUseId = tag(text, "tool-use-id");
  const status = tag(text, "status");
  if (toolUseId === undefined || status === undefined || status === "running") return undefined;
  const code = /exit code (\d+)/.exec(tag(text, "summary") ?? "")?.[1];
  const end: CallEnd = code === undefined ? { kind: "stopped" } : { kind: "exit", code: Number(code) };
  const outputFile = tag(text, "output-file");
  return { toolUseId, end, ...(outputFile !== undefined && { outputFile }) };
}

function tag(text: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
}
