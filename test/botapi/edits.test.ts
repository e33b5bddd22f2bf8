import { InlineKeyboard } from "grammy";
import { expect, test } from "vitest";
import { ada, client, refusal, startServer } from "./support.ts";

async function setUp() {
  const server = await startServer();
  const person = ada(server);
  const { api } = client(server);
  return { server, person, api, chat: server.chat(person.id) };
}

test("an edit replaces the text in place and is remembered with its time", async () => {
  const { api, chat } = await setUp();
  const before = Date.now();
  const { message_id } = await api.sendMessage(42, "working", { disable_notification: true });
  await api.sendMessage(42, "something else");
  const edited = await api.editMessageText(42, message_id, "done");
  expect(edited).toMatchObject({ text: "done", edit_date: expect.any(Number) });
  const message = chat.message(message_id);
  expect(message).toMatchObject({ text: "done", silent: true, original: { text: "working" } });
  expect(message.edits).toMatchObject([{ text: "done", buttons: [] }]);
  expect(message.edits[0]?.at).toBeGreaterThanOrEqual(before);
  expect(chat.last?.text).toBe("something else");
});

test("what a test was handed is not changed by a later edit", async () => {
  const { server, api } = await setUp();
  const { message_id } = await api.sendMessage(42, "first");
  const seen = await server.waitFor(42, (m) => m.id === message_id);
  await api.editMessageText(42, message_id, "second");
  expect(seen.text).toBe("first");
});

test("an edit without reply_markup removes the keyboard", async () => {
  const { api, chat } = await setUp();
  const reply_markup = new InlineKeyboard().text("Stop", "stop");
  const { message_id } = await api.sendMessage(42, "working", { reply_markup });
  expect(chat.message(message_id).buttons).toEqual([[{ text: "Stop", callback_data: "stop" }]]);
  await api.editMessageText(42, message_id, "done");
  expect(chat.message(message_id).buttons).toEqual([]);
});

test("an identical edit is refused, another keyboard is not", async () => {
  const { api, chat } = await setUp();
  const { message_id } = await api.sendMessage(42, "<b>hi</b>", { parse_mode: "HTML" });
  expect(await refusal(api.editMessageText(42, message_id, "<b>hi</b>", { parse_mode: "HTML" }))).toMatch(
    /^Bad Request: message is not modified: specified new message content/,
  );
  expect(await refusal(api.editMessageReplyMarkup(42, message_id))).toMatch(/not modified/);
  await api.editMessageReplyMarkup(42, message_id, { reply_markup: new InlineKeyboard().text("A", "a") });
  expect(chat.message(message_id)).toMatchObject({ text: "hi", buttons: [[{ text: "A" }]] });
});

test("only the bot's own messages can be edited", async () => {
  const { api, person } = await setUp();
  const theirs = person.sends("mine");
  expect(await refusal(api.editMessageText(42, theirs.id, "x"))).toBe("Bad Request: message can't be edited");
  expect(await refusal(api.editMessageText(42, 999, "x"))).toBe("Bad Request: message to edit not found");
});

test("a message with a reply keyboard or force_reply can never be edited", async () => {
  const { api } = await setUp();
  const { message_id } = await api.sendMessage(42, "Type it", { reply_markup: { force_reply: true } });
  expect(await refusal(api.editMessageText(42, message_id, "x"))).toBe(
    "Bad Request: message can't be edited",
  );
});

test("a deleted message is gone for edits and replies", async () => {
  const { api, chat } = await setUp();
  const { message_id } = await api.sendMessage(42, "hi");
  await api.deleteMessage(42, message_id);
  expect(chat.deleted.map((m) => m.text)).toEqual(["hi"]);
  expect(await refusal(api.deleteMessage(42, message_id))).toBe("Bad Request: message to delete not found");
  expect(await refusal(api.editMessageText(42, message_id, "x"))).toBe(
    "Bad Request: message to edit not found",
  );
  const reply_parameters = { message_id, allow_sending_without_reply: true };
  expect(await api.sendMessage(42, "x", { reply_parameters })).not.toHaveProperty("reply_to_message");
});

test("a person's edit arrives as edited_message", async () => {
  const { api, person } = await setUp();
  const sent = person.sends("teh task");
  person.edits(sent.id, "the task");
  const updates = await api.getUpdates();
  expect(updates.at(-1)?.edited_message).toMatchObject({ message_id: sent.id, text: "the task" });
});
