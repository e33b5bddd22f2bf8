/** A server for each test, a grammY client on it, and calls by hand. */
import { Bot, GrammyError } from "grammy";
import { afterEach } from "vitest";
import { type BotApiOptions, BotApiServer } from "../../src/botapi/server.ts";

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export async function startServer(options: BotApiOptions = {}): Promise<BotApiServer> {
  const server = new BotApiServer(options);
  await server.start();
  cleanups.push(() => server.stop());
  return server;
}

export function client(server: BotApiServer): Bot {
  return new Bot(server.token, { client: { apiRoot: server.url } });
}

/** Starts long polling; it ends with the test. */
export async function startBot(bot: Bot): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    bot.start({ onStart: () => resolve() }).catch(reject);
  });
  cleanups.push(() => bot.stop());
}

/** A person who has written "/start", so that the bot may write. */
export function ada(server: BotApiServer) {
  const person = server.user({ id: 42, firstName: "Ada", username: "ada_l" });
  person.sends("/start");
  return person;
}

/** The description of the error that the call was answered with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return error.description;
    throw error;
  }
  throw new Error("the call was not refused");
}

/** One API call by hand. */
export async function post(server: BotApiServer, method: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${server.url}/bot${server.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}
