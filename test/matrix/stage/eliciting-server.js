/** A small MCP server on stdio whose one tool asks the person for something (elicitation). */
import { createInterface } from "node:readline";

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
const tool = { name: "ask", description: "Asks the person", inputSchema: { type: "object", properties: {} } };
const requestedSchema = { type: "object", properties: { size: { type: "string" } }, required: ["size"] };
/** The call that waits for the person's answer. */
let waiting;

function answer({ id, method, params, result }) {
  if (method === "initialize") {
    const serverInfo = { name: "forms", version: "1" };
    send({
      id,
      result: { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo },
    });
  } else if (method === "tools/list") send({ id, result: { tools: [tool] } });
  else if (method === "tools/call") {
    waiting = id;
    send({
      id: "form",
      method: "elicitation/create",
      params: { message: "Which page size?", requestedSchema },
    });
  } else if (id === "form")
    send({ id: waiting, result: { content: [{ type: "text", text: JSON.stringify(result ?? {}) }] } });
  else if (id !== undefined) send({ id, result: {} });
}

createInterface({ input: process.stdin }).on("line", (line) => answer(JSON.parse(line)));
