/** Updates in the shapes that the strict server gives them, and what is understood of each. */
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Person } from "../../../src/botapi/driver/person.ts";
import { BotApiServer } from "../../../src/botapi/server.ts";
import { joinParts } from "../../../src/desk/inbox/join.ts";
import { receive, senderOf } from "../../../src/desk/inbox/receive.ts";

/** What arrives at the bot of what a person does. */
async function updatesOf(act: (ada: Person, server: BotApiServer, bot: Bot) => unknown): Promise<Update[]> {
  const server = new BotApiServer();
  await server.start();
  onTestFinished(() => server.stop());
  const ada = server.user({ id: 42, firstName: "Ada" });
  ada.sends("/start");
  const bot = new Bot(server.token, { client: { apiRoot: server.url } });
  const [start] = await bot.api.getUpdates();
  await act(ada, server, bot);
  return bot.api.getUpdates({
    offset: (start?.update_id ?? 0) + 1,
    allowed_updates: ["message", "edited_message", "callback_query"],
  });
}

const received = async (act: Parameters<typeof updatesOf>[0]) =>
  (await updatesOf(act)).map((update) => receive(update, 7));

describe("an update", () => {
  it("with text is the text, and the message that it replies to", async () => {
    const [one] = await received((ada) => ada.sends("hello /not a command", { replyTo: 1 }));
    expect(one).toMatchObject({
      kind: "text",
      text: "hello /not a command",
      replyTo: 1,
      chat: 42,
      at: 7,
      from: { id: 42, name: "Ada" },
    });
  });

  it("with an edit is an edit, whatever was changed", async () => {
    const [, one] = await received((ada) => {
      const { id } = { id: 2 };
      ada.sends("before");
      ada.edits(id, "after");
    });
    expect(one).toMatchObject({ kind: "edited" });
  });

  it("with a tap is the button's data and the place of its message", async () => {
    const [one] = await received(async (ada, _, bot) => {
      const inline_keyboard = [[{ text: "Stop", callback_data: "stop.ask:abc" }]];
      const sent = await bot.api.sendMessage(42, "running", { reply_markup: { inline_keyboard } });
      ada.taps(sent.message_id, "Stop");
    });
    expect(one).toMatchObject({ kind: "button", data: "stop.ask:abc", chat: 42, messageId: 2 });
  });

  it.each(["notes.md", "log.txt", "data.JSON", "a.patch"])("with %s is a text to read", async (name) => {
    const [one] = await received((ada) => ada.sendsDocument(name, "words", "see this"));
    expect(one).toMatchObject({ kind: "document", fileName: name, caption: "see this", size: 5 });
  });

  it("with a voice, a sticker or another file is something that is not understood, by its name", async () => {
    const all = await received((ada) => {
      ada.sendsVoice();
      ada.sendsSticker();
      ada.sendsDocument("a.zip", new Uint8Array([1, 2]));
    });
    expect(all).toMatchObject([
      { what: "voice messages" },
      { what: "stickers" },
      { what: "files of this kind" },
    ]);
  });

  it("of a service message is nothing", async () => {
    const group = await received((ada, server) => ada.joins(server.group({ title: "Team" })));
    expect(group.filter((one) => one !== undefined)).toEqual([]);
  });

  it("10: names its sender and chat before anything of it is read", async () => {
    const [one] = await updatesOf((ada) => ada.sends("hello"));
    expect(one && senderOf(one)).toMatchObject({ userId: 42, chat: { id: 42, type: "private" } });
    expect(senderOf({ update_id: 1 })).toBeUndefined();
  });
});

describe("a long paste", () => {
  const pastes: readonly [string, string][] = [
    ["letters", "abcdefghij".repeat(1_000)],
    ["emoji at the cut", `${"x".repeat(4_095)}👩‍🚀${"y".repeat(4_200)}`],
    ["only emoji", "👩‍🚀".repeat(2_000)],
  ];

  it.each(pastes)("is put together as it was: %s", async (_, paste) => {
    const parts = (await received((ada) => ada.sendsInParts(paste))).filter((one) => one?.kind === "text");
    expect(parts.length).toBeGreaterThan(1);
    expect(joinParts(parts)?.text).toBe(paste);
  });
});
