/** The socket under the app: loopback only, any free port unless told. */
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { createApp } from "./app.ts";

export interface Listening {
  port: number;
  /** Cuts every open connection, now. */
  cut(): void;
  close(): Promise<void>;
}

export function listen(app: ReturnType<typeof createApp>, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, (info) => {
      resolve({ port: info.port, cut, close });
    }) as Server;
    const cut = (): void => server.closeAllConnections();
    const close = (): Promise<void> =>
      new Promise((done, failed) => {
        server.close((error) => (error === undefined ? done() : failed(error)));
        cut();
      });
    server.once("error", reject);
  });
}
