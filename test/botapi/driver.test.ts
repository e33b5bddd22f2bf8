import { expect, test } from "vitest";
import { ada, client, startServer } from "./support.ts";

test("a long paste arrives in parts with ids in a row and one date", async () => {
  const server = await startServer();
  const person = ada(server);
  const text = `${"x".repeat(4095)}👍${"y".repeat(5000)}`;
  const parts = person.sendsInParts(text);
  expect(parts.map((part) => part.text.length)).toEqual([4095, 4096, 906]);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  const [first] = parts;
  expect(parts.map((part) => part.id)).toEqual([0, 1, 2].map((n) => (first?.id ?? 0) + n));
  expect(new Set(parts.map((part) => Math.floor(part.at / 1000))).size).toBe(1);
});

test("waiting in vain shows the whole chat", async () => {
  const server = await startServer();
  const person = ada(server);
  await client(server).api.sendMessage(42, "Session launched", { disable_notification: true });
  const wait = server.waitFor(person.id, (m) => m.text === "done", { timeoutMs: 20, what: "completion" });
  await expect(wait).rejects.toThrow(/no completion within 20 ms(.|\n)*silent(.|\n)*Session launched/);
});

test("commands and links in a person's text are entities", async () => {
  const server = await startServer();
  const person = ada(server);
  const sent = person.sends("/start see https://example.org/a, @ada_l");
  expect(sent.entities.map((e) => e.type)).toEqual(["bot_command", "url", "mention"]);
});

test("every call is recorded with its parameters and its answer", async () => {
  const server = await startServer();
  ada(server);
  await client(server).api.sendMessage(42, "hi");
  expect(server.calls).toMatchObject([
    { method: "sendMessage", params: { chat_id: 42, text: "hi" }, answer: { ok: true } },
  ]);
});

test("a server can be started again on its old state", async () => {
  const server = await startServer();
  const person = ada(server);
  await server.stop();
  await server.start();
  await client(server).api.sendMessage(person.id, "back");
  expect(server.chat(person.id).messages.map((m) => m.text)).toEqual(["/start", "back"]);
});

test("a person who blocked the bot cannot write to it by mistake", async () => {
  const server = await startServer();
  const person = ada(server);
  person.blocks();
  expect(() => person.sends("hello")).toThrow(/has blocked the bot/);
});

test("a condition is looked at again after each call", async () => {
  const server = await startServer();
  ada(server);
  const typed = server.waitUntil(() => server.chat(42).actions.length === 1, { what: "typing" });
  await client(server).api.sendChatAction(42, "typing");
  await typed;
  await expect(server.waitUntil(() => false, { timeoutMs: 10, what: "luck" })).rejects.toThrow(
    /no luck.*sendChatAction/,
  );
});
