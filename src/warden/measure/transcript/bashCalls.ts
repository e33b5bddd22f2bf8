/** The shell commands of a session with how they ended, in the order they were called. */
import { z } from "zod";
import { type ToolResult, toolResultsOf, toolUsesOf } from "./blocks.ts";
import type { CallEnd } from "./callEnd.ts";
import type { TranscriptLine } from "./line.ts";
import { taskNotice } from "./taskNotice.ts";

export interface BashCall {
  id: string;
  command: string;
  end: CallEnd;
  /** What Claude was shown of it, standard output and error in one. */
  output: string;
  /** Set when `output` is only the beginning, or nothing at all: where the program kept all of it. */
  outputFile?: string;
}

const Detail = z.object({
  stdout: z.string().default(""),
  stderr: z.string().default(""),
  interrupted: z.boolean().default(false),
  backgroundTaskId: z.string().optional(),
  persistedOutputPath: z.string().optional(),
});

/** Pure. Calls of sub-agents are among them where their lines are. */
export function bashCalls(lines: readonly TranscriptLine[]): BashCall[] {
  const calls = new Map<string, BashCall>();
  for (const line of lines) {
    if (line.type === "assistant") {
      for (const { id, name, input } of toolUsesOf(line.message.content)) {
        if (name !== "Bash" || typeof input["command"] !== "string") continue;
        calls.set(id, { id, command: input["command"], end: { kind: "running" }, output: "" });
      }
      continue;
    }
    const results = line.type === "user" ? toolResultsOf(line.message.content) : [];
    for (const result of results) {
      const call = calls.get(result.toolUseId);
      if (call && line.type === "user") Object.assign(call, ending(result, line.toolUseResult));
    }
    const notice = results.length === 0 ? taskNotice(line) : undefined;
    const call = notice && calls.get(notice.toolUseId);
    if (call)
      Object.assign(call, { end: notice.end, ...(notice.outputFile && { outputFile: notice.outputFile }) });
  }
  return [...calls.values()];
}

function ending(result: ToolResult, toolUseResult: unknown): Pick<BashCall, "end" | "output" | "outputFile"> {
  const detail = Detail.safeParse(toolUseResult).data;
  if (result.isError || !detail) return { end: errorEnd(result), output: result.text };
  const output = [detail.stdout, detail.stderr].filter((part) => part !== "").join("\n");
  if (detail.backgroundTaskId !== undefined) return { end: { kind: "running" }, output };
  const end: CallEnd = detail.interrupted ? { kind: "stopped" } : { kind: "exit", code: 0 };
  return { end, output, ...(detail.persistedOutputPath && { outputFile: detail.persistedOutputPath }) };
}

/** An error is either the command's own exit code, or words of the program about a command that did not end. */
function errorEnd({ text, isError }: ToolResult): CallEnd {
  const code = /^(?:Error: )?Exit code (\d+)/.exec(text)?.[1];
  if (/Command timed out after|\[Request interrupted by user/.test(text)) return { kind: "stopped" };
  if (code !== undefined) return { kind: "exit", code: Number(code) };
  if (/^<tool_use_error>|^Permission to use|has been denied|^Error: .*hook/i.test(text))
    return { kind: "refused" };
  return isError ? { kind: "stopped" } : { kind: "exit", code: 0 };
}
