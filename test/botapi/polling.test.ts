import { GrammyError } from "grammy";
import { expect, test } from "vitest";
import { ada, client, startBot, startServer } from "./support.ts";

test("grammY's long polling gets messages and answers them", async () => {
  const server = await startServer();
  const bot = client(server);
  bot.command("start", (ctx) => ctx.reply(`Hello, ${ctx.from?.first_name}`));
  await startBot(bot);
  const person = ada(server);
  const reply = await server.waitFor(person.id, (m) => m.fromBot, { what: "greeting" });
  expect(reply).toMatchObject({ text: "Hello, Ada", silent: false, edits: [] });
});

test("an update stays until a higher offset confirms it", async () => {
  const server = await startServer({ firstUpdateId: 500 });
  const { api } = client(server);
  const person = ada(server);
  person.sends("two");
  const ids = async (offset: number) => (await api.getUpdates({ offset })).map((u) => u.update_id);
  expect(await ids(0)).toEqual([500, 501]);
  expect(await ids(0)).toEqual([500, 501]);
  expect(await ids(501)).toEqual([501]);
  expect(await ids(502)).toEqual([]);
});

test("a negative offset forgets all but the last updates, and limit cuts the batch", async () => {
  const server = await startServer({ firstUpdateId: 1 });
  const { api } = client(server);
  const person = ada(server);
  for (const word of ["a", "b", "c", "d"]) person.sends(word);
  expect(await api.getUpdates({ limit: 2 })).toHaveLength(2);
  expect((await api.getUpdates({ offset: -2 })).map((u) => u.update_id)).toEqual([4, 5]);
});

test("an open poll waits for the next update", async () => {
  const server = await startServer();
  const poll = client(server).api.getUpdates({ timeout: 30 });
  await expect.poll(() => server.polling).toBe(true);
  ada(server);
  expect(await poll).toHaveLength(1);
  expect(server.polling).toBe(false);
});

test("a second poller ends the first with 409", async () => {
  const server = await startServer();
  const { api } = client(server);
  const first = api.getUpdates({ timeout: 30 }).catch((error: unknown) => error);
  await expect.poll(() => server.polling).toBe(true);
  const second = api.getUpdates({ timeout: 30 });
  const error = await first;
  expect(error).toBeInstanceOf(GrammyError);
  expect(error).toMatchObject({
    error_code: 409,
    description:
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  });
  ada(server);
  expect(await second).toHaveLength(1);
});

test("kinds that were not asked for are not delivered", async () => {
  const server = await startServer();
  const { api } = client(server);
  await api.getUpdates({ allowed_updates: ["callback_query"] });
  ada(server);
  expect(await api.getUpdates()).toEqual([]);
  await expect(api.getUpdates({ allowed_updates: ["calback_query" as "callback_query"] })).rejects.toThrow();
});

test("a confirmed update can be delivered once more with its old id", async () => {
  const server = await startServer();
  const { api } = client(server);
  const person = ada(server);
  const sent = person.sends("again");
  const id = sent.updateId ?? 0;
  await api.getUpdates({ offset: id + 1 });
  server.repeat(id);
  expect((await api.getUpdates({ offset: id + 1 })).map((u) => u.update_id)).toEqual([id]);
  expect(await api.getUpdates({ offset: id + 1 })).toEqual([]);
});

test("deleteWebhook drops what waits when asked to", async () => {
  const server = await startServer();
  const { api } = client(server);
  ada(server);
  await api.deleteWebhook({ drop_pending_updates: true });
  expect(server.pendingUpdates).toEqual([]);
});
