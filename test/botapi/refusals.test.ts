import type { Bot } from "grammy";
import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../src/botapi/driver/person.ts";
import type { BotApiServer } from "../../src/botapi/server.ts";
import { ada, client, post, refusal, startServer } from "./support.ts";

let server: BotApiServer;
let api: Bot["api"];
let person: Person;

beforeEach(async () => {
  server = await startServer();
  api = client(server).api;
  person = ada(server);
});

const send = (body: object) => post(server, "sendMessage", { chat_id: 42, ...body });
const button = (fields: object) => ({ inline_keyboard: [[{ text: "Go", ...fields }]] });

describe("who may be written to", () => {
  test("an unknown chat is not found", async () => {
    expect(await refusal(api.sendMessage(999, "hi"))).toBe("Bad Request: chat not found");
    expect(await refusal(api.sendMessage("@nobody", "hi"))).toBe("Bad Request: chat not found");
  });

  test("a person is found by @username", async () => {
    expect(await api.sendMessage("@Ada_L", "hi")).toMatchObject({ chat: { id: 42 } });
  });

  test("a person who never wrote cannot be written to", async () => {
    const bob = server.user({ id: 43, firstName: "Bob" });
    const expected = "Forbidden: bot can't initiate conversation with a user";
    expect(await refusal(api.sendMessage(bob.id, "hi"))).toBe(expected);
    bob.sends("hello");
    await api.sendMessage(bob.id, "hi");
  });

  test("a person who blocked the bot cannot be written to, and the bot is told", async () => {
    person.blocks();
    expect(await refusal(api.sendMessage(42, "hi"))).toBe("Forbidden: bot was blocked by the user");
    const [update] = (await api.getUpdates()).filter((u) => u.my_chat_member);
    expect(update?.my_chat_member?.new_chat_member.status).toBe("kicked");
    person.unblocks();
    await api.sendMessage(42, "hi");
  });
});

test("a person whose account is gone cannot be written to", async () => {
  person.deletesAccount();
  expect(await refusal(api.sendMessage(42, "hi"))).toBe("Forbidden: user is deactivated");
});

describe("text", () => {
  test.each([
    [{}, "message text is empty"],
    [{ text: "" }, "message text is empty"],
    [{ text: " \n " }, "text must be non-empty"],
    [{ text: "x".repeat(4097) }, "message is too long"],
    [{ text: "👍".repeat(2049) }, "message is too long"],
    [{ text: "a", parse_mode: "BBCode" }, "unsupported parse_mode"],
    [{ text: "a", reply_parameters: { message_id: 999 } }, "message to be replied not found"],
    [{ text: "a", message_thread_id: 999 }, "message thread not found"],
  ])("%j is refused: %s", async (body, description) => {
    const expected = { ok: false, error_code: 400, description: `Bad Request: ${description}` };
    expect(await send(body)).toEqual(expected);
  });

  test("4096 units pass, counted after parsing", async () => {
    await api.sendMessage(42, `<b>${"x".repeat(4096)}</b>`, { parse_mode: "HTML" });
  });

  test("the ends are trimmed and entities move along", async () => {
    const sent = await api.sendMessage(42, "\n  hi there\r\n", {
      entities: [{ type: "bold", offset: 6, length: 6 }],
    });
    expect(sent).toMatchObject({ text: "hi there", entities: [{ type: "bold", offset: 3, length: 5 }] });
  });

  test("a link to a host without a dot becomes plain text", async () => {
    const url = "http://localhost:3000";
    const sent = await api.sendMessage(42, "see", {
      entities: [{ type: "text_link", offset: 0, length: 3, url }],
    });
    expect(sent.entities).toBeUndefined();
  });
});

describe("entities", () => {
  test.each([
    [{ type: "bold", offset: -1, length: 1 }, /incorrect offset -1/],
    [{ type: "bold", offset: 3, length: 3 }, /ENTITY_BOUNDS_INVALID/],
    [{ type: "bold", offset: 0, length: 1 }, /splits a surrogate pair/],
    [{ type: "bold", offset: 2, length: 0 }, /is empty/],
    [{ type: "text_link", offset: 2, length: 2 }, /has no url/],
    [{ type: "heading", offset: 2, length: 2 }, /entities\.0\.type/],
    [
      { type: "bold", offset: 2, length: 2, lenght: 2 },
      /unknown or unsupported parameter: entities\.0\.lenght/,
    ],
  ])("%j is refused", async (entity, description) => {
    expect(await send({ text: "👍abc", entities: [entity] })).toMatchObject({
      error_code: 400,
      description: expect.stringMatching(description),
    });
  });
});

describe("buttons", () => {
  test.each([
    [{ callback_data: "x".repeat(65) }, "BUTTON_DATA_INVALID"],
    [{ callback_data: "ü".repeat(33) }, "BUTTON_DATA_INVALID"],
    [{ copy_text: { text: "x".repeat(257) } }, "BUTTON_COPY_TEXT_INVALID"],
    [{}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
    [{ text: "", callback_data: "a" }, "inline keyboard button text must be non-empty"],
    [{ url: "http://localhost" }, "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL"],
  ])("%j is refused: %s", async (fields, description) => {
    expect(await send({ text: "a", reply_markup: button(fields) })).toMatchObject({
      description: `Bad Request: ${description}`,
    });
  });

  test("64 bytes pass, and a style", async () => {
    const reply_markup = button({ callback_data: "ü".repeat(32), style: "danger" });
    expect(await send({ text: "a", reply_markup })).toMatchObject({ ok: true });
    expect(server.chat(42).last?.buttons[0]?.[0]).toMatchObject({ style: "danger" });
  });
});

describe("stricter than the real server", () => {
  test("an unknown parameter is refused", async () => {
    expect(await send({ text: "a", disable_notifications: true })).toMatchObject({
      description: "Bad Request: unknown or unsupported parameter: disable_notifications",
    });
  });

  test("a wrong type is refused", async () => {
    expect(await send({ text: 5 })).toMatchObject({ error_code: 400 });
    expect(await send({ text: "a", disable_notification: "yes" })).toMatchObject({ error_code: 400 });
  });
});
