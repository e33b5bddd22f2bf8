/**
 * A Messages API on loopback whose model follows a script. With it the real Claude Code runs real tools in
 * a real terminal, without an account and without the network. node:http and not a framework: the time of
 * the last byte, slow streams and broken connections need the response itself.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Refusal } from "./errors.ts";
import { handle } from "./handle.ts";
import { Playbook, type SideMatch } from "./playbook.ts";
import { Records, type RequestRecord } from "./records.ts";
import type { Script } from "./script.ts";
import { sendRefusal } from "./send.ts";
import type { Step } from "./steps.ts";

export interface ModelApi {
  /** For ANTHROPIC_BASE_URL. */
  readonly url: string;
  /** Every request that was understood, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** What no script answered: requests it refused, and scripts that threw. */
  readonly refused: readonly Refusal[];
  /** Scripts the conversations whose first user text holds `match`; the newest script wins. */
  script(match: string, steps: readonly Step[]): Script;
  /** Scripts calls without tools, recognised by their system prompt or a predicate; the last step repeats. */
  sideCall(name: string, match: SideMatch, steps: readonly Step[]): Script;
  /** The first request, past or to come, that fits; asked again when it has been answered. */
  waitForRequest(accepts: (record: RequestRecord) => boolean, timeoutMs?: number): Promise<RequestRecord>;
  close(): Promise<void>;
}

/**
 * Node closes an idle connection after 5 s: now and then in the very moment in which Claude Code sends its next request,
 * which then shows "API error · retrying" and is right.
 */
const keepAliveMs = 10 * 60_000;

/** Starts a server on a free port of 127.0.0.1. */
export async function startModelApi(): Promise<ModelApi> {
  const playbook = new Playbook();
  const records = new Records();
  const refused: Refusal[] = [];
  const closing = new AbortController();
  const world = { playbook, records, closing: closing.signal, refused };
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (incoming, response) => {
    handle(world, incoming, response).catch((error: unknown) => {
      const message = `the script threw: ${error instanceof Error ? error.message : String(error)}`;
      const refusal = { status: 500, type: "api_error", message };
      if (!closing.signal.aborted) refused.push(refusal);
      if (response.headersSent) response.destroy();
      else sendRefusal(response, refusal, "req_failed");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: records.all,
    refused,
    script: (match, steps) => playbook.addConversation(match, steps),
    sideCall: (name, match, steps) => playbook.addSideCall(name, match, steps),
    waitForRequest: (accepts, timeoutMs = 15_000) => records.wait(accepts, timeoutMs),
    close: () => {
      closing.abort();
      return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      });
    },
  };
}
