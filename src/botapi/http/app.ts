/** The HTTP edge: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { findMethod } from "../methods/index.ts";
import { Refusal } from "../refusal.ts";
import { failure, toResponse } from "./answer.ts";
import { readBody } from "./body.ts";
import { type Desk, takeCall } from "./take-call.ts";

type Env = { Bindings: HttpBindings };

export interface Door extends Desk {
  token: string;
  /** While true every connection is cut as soon as it says something. */
  networkDown: () => boolean;
}

export function createApp(door: Door): Hono<Env> {
  const app = new Hono<Env>();
  app.use("*", async (c, next) => {
    if (door.networkDown()) return hangUp(c);
    return next();
  });
  app.get("/file/*", (c) => download(door, c.req.path));
  app.on(["GET", "POST"], "/*", (c) => apiCall(door, c));
  app.onError((error) => toResponse(failure(error)));
  app.notFound(() => toResponse(failure(new Refusal(404, "Not Found"))));
  return app;
}

async function apiCall(door: Door, c: Context<Env>): Promise<Response> {
  const match = /^\/bot([^/]+)\/([^/]+)$/.exec(plainColon(c.req.path));
  const refused = match === null ? new Refusal(404, "Not Found") : unauthorized(door, match[1]);
  if (refused !== undefined) return toResponse(failure(refused));
  const method = findMethod(match?.[2] ?? "");
  if (method === undefined) return toResponse(failure(new Refusal(404, "Not Found")));
  try {
    const outcome = await takeCall(door, method, await readBody(c.req.raw), closedSignal(c));
    if (outcome.kind === "answer") return toResponse(outcome.answer);
    if (outcome.kind === "lost") return hangUp(c);
    const page =
      "<html><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>";
    return new Response(page, { status: outcome.status, headers: { "content-type": "text/html" } });
  } catch (error) {
    return toResponse(failure(error));
  }
}

function download(door: Door, path: string): Response {
  const match = /^\/file\/bot([^/]+)\/(.+)$/.exec(plainColon(path));
  const refused = unauthorized(door, match?.[1]);
  if (refused !== undefined) return toResponse(failure(refused));
  const file = door.world.files.atPath(match?.[2] ?? "");
  if (file === undefined) return toResponse(failure(new Refusal(404, "Not Found")));
  return new Response(Buffer.from(file.content), { headers: { "content-type": "application/octet-stream" } });
}

/** Some clients escape the colon of the token; nothing else in these paths ever needs it. */
function plainColon(path: string): string {
  return path.replaceAll(/%3a/gi, ":");
}

function unauthorized(door: Door, token: string | undefined): Refusal | undefined {
  return token === door.token ? undefined : new Refusal(401, "Unauthorized");
}

function closedSignal(c: Context<Env>): AbortSignal {
  const controller = new AbortController();
  c.env.outgoing.once("close", () => controller.abort());
  return controller.signal;
}

/** The caller sees a connection that broke without an answer. */
function hangUp(c: Context<Env>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
