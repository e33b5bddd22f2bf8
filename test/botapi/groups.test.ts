import { expect, test } from "vitest";
import { ada, client, refusal, startServer } from "./support.ts";

async function setUp(group: { forum?: boolean; botIsAdmin?: boolean } = {}, bot = {}) {
  const server = await startServer({ bot });
  const person = ada(server);
  const chat = server.group({ title: "Team", ...group });
  person.joins(chat);
  return { server, person, chat, api: client(server).api };
}

test("with privacy mode on a group's bot hears commands, mentions and replies only", async () => {
  const { person, chat, api } = await setUp();
  const { message_id } = await api.sendMessage(chat.id, "hello all");
  expect(person.sends("just talking", { chat }).updateId).toBeUndefined();
  expect(person.sends("/status", { chat }).updateId).toBeDefined();
  expect(person.sends("/status@other_bot", { chat }).updateId).toBeUndefined();
  expect(person.sends("@jama_test_bot look", { chat }).updateId).toBeDefined();
  expect(person.sends("indeed", { chat, replyTo: message_id }).updateId).toBeDefined();
});

test("an administrator hears everything", async () => {
  const { person, chat } = await setUp({ botIsAdmin: true });
  expect(person.sends("just talking", { chat }).updateId).toBeDefined();
});

test("a bot that was kicked cannot write", async () => {
  const { person, chat, api } = await setUp();
  person.kicksBot(chat);
  expect(await refusal(api.sendMessage(chat.id, "x"))).toBe("Forbidden: bot was kicked from the group chat");
});

test("topics live and die in a forum", async () => {
  const { chat, api } = await setUp({ forum: true, botIsAdmin: true });
  const { message_thread_id } = await api.createForumTopic(chat.id, "claude-webapp");
  const sent = await api.sendMessage(chat.id, "in it", { message_thread_id });
  expect(sent).toMatchObject({ message_thread_id, is_topic_message: true });
  await api.editForumTopic(chat.id, message_thread_id, { name: "done" });
  await api.closeForumTopic(chat.id, message_thread_id);
  expect(await refusal(api.closeForumTopic(chat.id, message_thread_id))).toMatch(/TOPIC_NOT_MODIFIED/);
  expect(chat.topics).toMatchObject([{ name: "done", closed: true }]);
  const general = api.sendMessage(chat.id, "x", { message_thread_id: 1 });
  expect(await refusal(general)).toBe(message_thread_id === 1 ? "" : "Bad Request: message thread not found");
  await api.deleteForumTopic(chat.id, message_thread_id);
  const late = api.sendMessage(chat.id, "x", { message_thread_id });
  expect(await refusal(late)).toBe("Bad Request: message thread not found");
});

test("private chats have topics only where the bot enabled them", async () => {
  const plain = await setUp();
  expect(await refusal(plain.api.createForumTopic(42, "t"))).toBe("Bad Request: the chat is not a forum");
  const withTopics = await setUp({}, { privateTopics: true });
  expect(await withTopics.api.createForumTopic(42, "t")).toMatchObject({ name: "t" });
  expect((await withTopics.api.getMe()).has_topics_enabled).toBe(true);
});

test("the commands menu is kept per scope, and its names are checked", async () => {
  const { api } = await setUp();
  const commands = [{ command: "status", description: "What runs" }];
  const scope = { type: "chat" as const, chat_id: 42 };
  await api.setMyCommands(commands, { scope });
  expect(await api.getMyCommands({ scope })).toEqual(commands);
  expect(await api.getMyCommands()).toEqual([]);
  expect(await refusal(api.setMyCommands([{ command: "Status", description: "x" }]))).toMatch(
    /BOT_COMMAND_INVALID/,
  );
  expect(await refusal(api.setMyCommands([{ command: "x", description: "" }]))).toMatch(/must be non-empty/);
  await api.deleteMyCommands({ scope });
  expect(await api.getMyCommands({ scope })).toEqual([]);
});

test("reactions, pins and chat details", async () => {
  const { server, person, api } = await setUp();
  const { id } = person.sends("do it");
  await api.setMessageReaction(42, id, [{ type: "emoji", emoji: "👀" }]);
  expect(server.chat(42).message(id).reactions).toEqual(["👀"]);
  const odd = [{ type: "emoji" as const, emoji: "🛠" as "👀" }];
  expect(await refusal(api.setMessageReaction(42, id, odd))).toBe("Bad Request: REACTION_INVALID");
  await api.pinChatMessage(42, id);
  expect(await api.getChat(42)).toMatchObject({ first_name: "Ada", pinned_message: { message_id: id } });
});

test("a group that was upgraded answers with its new id", async () => {
  const { server, person, chat, api } = await setUp();
  const upgraded = server.upgrade(chat);
  const error = await api.sendMessage(chat.id, "x").catch((e: unknown) => e);
  expect(error).toMatchObject({
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: upgraded.id },
  });
  expect((await api.getUpdates()).map((u) => u.message?.migrate_to_chat_id)).toContain(upgraded.id);
  person.sends("/status", { chat: upgraded });
  await api.sendMessage(upgraded.id, "here");
});
