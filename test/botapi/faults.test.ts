import { GrammyError, HttpError } from "grammy";
import { expect, test } from "vitest";
import { faults } from "../../src/botapi/faults/faults.ts";
import { telegramLimits } from "../../src/botapi/faults/limits.ts";
import { ada, client, startServer } from "./support.ts";

async function setUp(options = {}) {
  const server = await startServer(options);
  ada(server);
  return { server, api: client(server).api, chat: server.chat(42) };
}

const caught = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

test("the next calls of a method fail as planned, others do not", async () => {
  const { server, api, chat } = await setUp();
  server.faults.next("sendMessage", faults.tooManyRequests(7), 2);
  await api.sendChatAction(42, "typing");
  for (const _ of [1, 2]) {
    expect(await caught(api.sendMessage(42, "a"))).toMatchObject({
      error_code: 429,
      description: "Too Many Requests: retry after 7",
      parameters: { retry_after: 7 },
    });
  }
  await api.sendMessage(42, "b");
  expect(chat.fromBot.map((m) => m.text)).toEqual(["b"]);
});

test("500 keeps Telegram's shape, 502 is a page of HTML", async () => {
  const { server, api } = await setUp();
  server.faults.next("sendMessage", faults.serverError());
  expect(await caught(api.sendMessage(42, "a"))).toBeInstanceOf(GrammyError);
  server.faults.next("*", faults.badGateway());
  expect(await caught(api.sendMessage(42, "a"))).toBeInstanceOf(HttpError);
});

test("a lost answer leaves the message in the chat", async () => {
  const { server, api, chat } = await setUp();
  server.faults.next("sendMessage", faults.lostAnswer());
  expect(await caught(api.sendMessage(42, "delivered all the same"))).toBeInstanceOf(HttpError);
  expect(chat.last?.text).toBe("delivered all the same");
  expect(server.calls.at(-1)).toMatchObject({ method: "sendMessage", lost: true, answer: { ok: true } });
});

test("a delayed call takes effect later", async () => {
  const { server, api } = await setUp();
  server.faults.next("sendMessage", faults.delay(50));
  const from = Date.now();
  await api.sendMessage(42, "late");
  expect(Date.now() - from).toBeGreaterThanOrEqual(45);
});

test("while the network is down nothing passes, and an open poll breaks", async () => {
  const { server, api, chat } = await setUp();
  await api.getUpdates({ offset: 999_999 });
  const poll = caught(api.getUpdates({ timeout: 30 }));
  await expect.poll(() => server.polling).toBe(true);
  server.networkDown();
  expect(await poll).toBeInstanceOf(HttpError);
  expect(await caught(api.sendMessage(42, "x"))).toBeInstanceOf(HttpError);
  expect(chat.fromBot).toEqual([]);
  server.networkUp();
  await api.sendMessage(42, "back");
});

test("a flood closes the way out, and every impatient call makes it a second longer", async () => {
  let now = 1_000_000;
  const { server, api } = await setUp({ now: () => now });
  const wait = async () =>
    ((await caught(api.sendMessage(42, "x"))) as GrammyError | undefined)?.parameters.retry_after;
  server.flood(5);
  expect(await wait()).toBe(6);
  await api.getMe();
  now += 6001;
  expect(await wait()).toBeUndefined();
});

test("limits answer 429, and calling before the wait is over makes it longer", async () => {
  let now = 1_000_000;
  const { api } = await setUp({ limits: telegramLimits, now: () => now });
  for (const n of [1, 2, 3, 4, 5]) await api.sendMessage(42, `${n}`);
  const wait = async () => {
    const error = await caught(api.sendMessage(42, "x"));
    return error instanceof GrammyError ? error.parameters.retry_after : undefined;
  };
  expect(await wait()).toBe(1);
  expect(await wait()).toBe(2);
  now += 1500;
  expect(await wait()).toBe(2);
  now += 2001;
  expect(await wait()).toBeUndefined();
});
