import { InlineKeyboard } from "grammy";
import { expect, test } from "vitest";
import { ada, client, refusal, startBot, startServer } from "./support.ts";

const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
const keyboard = new InlineKeyboard().text("Yes", "y").text("No", "n").row().copyText("Copy", "tmux attach");

test("a tap reaches the bot, and its answer reaches the phone", async () => {
  const server = await startServer();
  const bot = client(server);
  bot.callbackQuery("y", async (ctx) => {
    await ctx.answerCallbackQuery({ text: "Taken", show_alert: true });
    await ctx.editMessageText("You chose Yes");
  });
  const person = ada(server);
  const { message_id } = await bot.api.sendMessage(42, "Sure?", { reply_markup: keyboard });
  await startBot(bot);
  const query = person.taps(message_id, "Yes");
  expect(server.unansweredQueries()).toEqual([query]);
  await server.waitFor(42, (m) => m.id === message_id && m.text === "You chose Yes", { what: "edit" });
  expect(query.answer).toMatchObject({ text: "Taken", alert: true });
  expect(server.unansweredQueries()).toEqual([]);
});

test("a query is answered once, in time, and in at most 200 characters", async () => {
  let now = 1_000_000;
  const server = await startServer({ now: () => now, queryTimeoutMs: 10_000 });
  const { api } = client(server);
  const person = ada(server);
  const { message_id } = await api.sendMessage(42, "Sure?", { reply_markup: keyboard });
  const first = person.taps(message_id, { row: 0, col: 1 });
  expect(first.data).toBe("n");
  expect(await refusal(api.answerCallbackQuery(first.id, { text: "x".repeat(201) }))).toMatch(/TOO_LONG/);
  await api.answerCallbackQuery(first.id);
  expect(await refusal(api.answerCallbackQuery(first.id))).toBe(tooOld);
  expect(await refusal(api.answerCallbackQuery("123"))).toBe(tooOld);
  const second = person.taps(message_id, "Yes");
  now += 10_001;
  expect(await refusal(api.answerCallbackQuery(second.id))).toBe(tooOld);
});

test("tapping what is not there fails and shows the keyboard", async () => {
  const server = await startServer();
  const { api } = client(server);
  const person = ada(server);
  const { message_id } = await api.sendMessage(42, "Sure?", { reply_markup: keyboard });
  expect(() => person.taps(message_id, "Maybe")).toThrow(/no button "Maybe".*\n\[Yes\] \[No\]\n\[Copy\]/);
  expect(() => person.taps(message_id, { row: 4, col: 0 })).toThrow(/no button at row 4/);
  expect(() => person.taps(message_id, "Copy")).toThrow(/tells the bot nothing/);
  expect(person.copies(message_id, "Copy")).toBe("tmux attach");
});
