/** Token counts estimated from lengths: not exact, but they grow the way real ones do. Pure. */
import type { AnswerBlock, MessagesBody, Usage } from "./wire.ts";

const charsPerToken = 4;

/** What a request would count as input. */
export function inputTokens(body: MessagesBody): number {
  const counted = { system: body.system, messages: body.messages, tools: body.tools };
  return Math.ceil(JSON.stringify(counted).length / charsPerToken);
}

/** `cached` is what the same conversation sent before: it counts as read from the cache. */
export function usageOf(body: MessagesBody, blocks: readonly AnswerBlock[], cached: number): Usage {
  const input = inputTokens(body);
  const read = Math.min(cached, input);
  const fresh = Math.min(8, input - read);
  const said = blocks.map((block) => (block.type === "text" ? block.text : JSON.stringify(block.input)));
  return {
    input_tokens: fresh,
    cache_creation_input_tokens: input - read - fresh,
    cache_read_input_tokens: read,
    output_tokens: Math.max(1, Math.ceil(said.join("").length / charsPerToken)),
  };
}
