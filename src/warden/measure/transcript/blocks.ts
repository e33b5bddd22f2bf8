/** The blocks of a message: text, a call of a tool, the result of one. Others are passed over. */
import { z } from "zod";

const Text = z.object({ type: z.literal("text"), text: z.string() });

const ToolUse = z.object({
  type: z.literal("tool_use"),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
});
export type ToolUse = z.infer<typeof ToolUse>;

const ToolResult = z.object({
  type: z.literal("tool_result"),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(z.unknown())]).default(""),
  is_error: z.boolean().default(false),
});
export interface ToolResult {
  toolUseId: string;
  text: string;
  isError: boolean;
}

/** The text blocks, joined by an empty line. */
export function textOf(content: readonly unknown[]): string {
  return content.flatMap((block) => Text.safeParse(block).data?.text ?? []).join("\n\n");
}

/** The calls of tools, in order. */
export function toolUsesOf(content: readonly unknown[]): ToolUse[] {
  return content.flatMap((block) => ToolUse.safeParse(block).data ?? []);
}

/** The results of tools, in order. */
export function toolResultsOf(content: readonly unknown[]): ToolResult[] {
  return content.flatMap((block) => {
    const found = ToolResult.safeParse(block).data;
    if (!found) return [];
    const text = typeof found.content === "string" ? found.content : textOf(found.content);
    return { toolUseId: found.tool_use_id, text, isError: found.is_error };
  });
}
