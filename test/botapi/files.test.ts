import { InputFile } from "grammy";
import { expect, test } from "vitest";
import { ada, client, refusal, startServer } from "./support.ts";

/** The head of a PNG of that size: all that the server reads. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.writeUInt32BE(0x89504e47, 0);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

async function setUp() {
  const server = await startServer();
  const person = ada(server);
  return { server, person, api: client(server).api };
}

test("a document is uploaded with its caption and keeps its bytes", async () => {
  const { server, api } = await setUp();
  const file = new InputFile(Buffer.from("diff --git"), "changes.diff");
  const sent = await api.sendDocument(42, file, {
    caption: "<b>Diff</b>",
    parse_mode: "HTML",
    disable_notification: true,
    reply_markup: { inline_keyboard: [[{ text: "Ok", callback_data: "ok" }]] },
  });
  expect(sent.document).toMatchObject({ file_name: "changes.diff", file_size: 10 });
  const message = server.chat(42).message(sent.message_id);
  expect(Buffer.from(message.media?.file.content ?? []).toString()).toBe("diff --git");
  expect(message).toMatchObject({ text: "Diff", entities: [{ type: "bold" }], silent: true });
  expect(message.buttons).toHaveLength(1);
  await api.editMessageCaption(42, sent.message_id, { caption: "Other" });
  expect(server.chat(42).message(sent.message_id).text).toBe("Other");
  expect(await refusal(api.editMessageText(42, sent.message_id, "x"))).toMatch(
    /no text in the message to edit/,
  );
});

test("a file sent before is sent again by its id", async () => {
  const { api } = await setUp();
  const sent = await api.sendDocument(42, new InputFile(Buffer.from("a"), "a.txt"));
  const again = await api.sendDocument(42, sent.document.file_id);
  expect(again.document.file_name).toBe("a.txt");
  expect(await refusal(api.sendDocument(42, "nonsense"))).toMatch(/wrong file identifier/);
});

test("a caption has at most 1024 characters, an upload is never empty", async () => {
  const { api } = await setUp();
  const file = () => new InputFile(Buffer.from("a"), "a.txt");
  const caption = "x".repeat(1025);
  expect(await refusal(api.sendDocument(42, file(), { caption }))).toBe(
    "Bad Request: message caption is too long",
  );
  expect(await refusal(api.sendDocument(42, new InputFile(Buffer.alloc(0), "e")))).toMatch(
    /must be non-empty/,
  );
});

test("photos must be pictures of sane dimensions", async () => {
  const { api } = await setUp();
  const photo = (bytes: Uint8Array) => api.sendPhoto(42, new InputFile(bytes, "p.png"));
  expect((await photo(png(800, 600))).photo.at(-1)).toMatchObject({ width: 800, height: 600 });
  expect(await refusal(photo(png(100, 9901)))).toMatch(/PHOTO_INVALID_DIMENSIONS/);
  expect(await refusal(photo(png(100, 2001)))).toMatch(/PHOTO_INVALID_DIMENSIONS/);
  expect(await refusal(photo(new Uint8Array(64)))).toMatch(/IMAGE_PROCESS_FAILED/);
});

test("what a person sends can be downloaded, up to 20 MB", async () => {
  const { server, person, api } = await setUp();
  person.sendsDocument("notes.txt", "hello", "read this");
  person.sendsVoice();
  person.sendsSticker();
  person.sendsDocument("big.bin", new Uint8Array(20 * 1024 * 1024 + 1));
  const [document, voice, sticker, big] = (await api.getUpdates()).slice(1).map((u) => u.message);
  expect(document).toMatchObject({ caption: "read this", document: { file_name: "notes.txt" } });
  expect(voice?.voice).toMatchObject({ duration: 3 });
  expect(sticker?.sticker).toMatchObject({ emoji: "👍" });
  const { file_path } = await api.getFile(document?.document?.file_id ?? "");
  const response = await fetch(`${server.url}/file/bot${server.token}/${file_path}`);
  expect(await response.text()).toBe("hello");
  expect(await refusal(api.getFile(big?.document?.file_id ?? ""))).toBe("Bad Request: file is too big");
});
