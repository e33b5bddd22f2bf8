/**
 * The bot's own model, apart from the one that Claude Code talks to: whatever arrives here was asked by Jama. It may
 * read each message of a person and word each end, once; watching asks nothing.
 */
import { json, type ModelApi, startModelApi, userTexts } from "../../../src/modelapi/index.ts";

export async function openOwnModel(project: string): Promise<ModelApi> {
  const api = await startModelApi();
  api.sideCall("interpret", "You route messages for Jama", [
    ({ body }) =>
      json({
        intent: "launch",
        confidence: "high",
        project,
        projectConfidence: "high",
        candidates: [],
        session: null,
        drop: (userTexts(body).at(-1) ?? "").includes("have Claude Code ") ? "have Claude Code " : "",
        model: null,
        permissionMode: null,
      }),
  ]);
  api.sideCall("word", "You word the end of a coding session", [
    json({ verdict: "done", sentences: ["It says that it is done."] }),
  ]);
  return api;
}

/**
 * What is wrong with the calls that Jama made; `read` messages were written by a person, `ends` were told. What it was
 * asking when its power was cut it asks again after each of its `restarts`.
 */
export function callFaults(
  api: ModelApi,
  { keyed, read, ends, restarts }: { keyed: boolean; read: number; ends: number; restarts: number },
): string[] {
  const asked = api.requests.map((one) => one.script ?? "something else");
  const count = (name: string) => asked.filter((one) => one === name).length;
  if (!keyed) return asked.length === 0 ? [] : [`${asked.length} calls without a key: ${asked.join(", ")}`];
  const others = asked.filter((one) => one !== "interpret" && one !== "word");
  return [
    ...(others.length > 0 || api.refused.length > 0 ? [`calls for something else: ${others.length}`] : []),
    ...(count("interpret") > read ? [`${count("interpret")} readings of ${read} messages`] : []),
    ...(count("word") > ends + restarts ? [`${count("word")} wordings of ${ends} ends`] : []),
  ];
}
