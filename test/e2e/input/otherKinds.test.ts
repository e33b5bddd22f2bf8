/** What is no task: the person hears what is understood instead, and nothing is launched. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Sent } from "../../../src/botapi/driver/deliver.ts";
import { answer, botSays, launchedNames } from "../../support/jama/chat.ts";
import { sessionsOf } from "../../support/jama/knownSessions.ts";
import type { World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds(afterAll);
let world: World;
beforeAll(async () => {
  world = await open();
});

const what = "I understand text and text files (as a task), and nothing else yet.";
const notText = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0]);

async function said(sent: Sent): Promise<string> {
  return (await answer(world, sent)).text;
}

it("a voice message, a sticker, a photo and a file of another kind are answered with what is understood", async () => {
  const { person } = world;
  expect(await said(person.sendsVoice())).toBe(`I do not understand voice messages. ${what}`);
  expect(await said(person.sendsSticker())).toBe(`I do not understand stickers. ${what}`);
  expect(await said(person.sendsPhoto(notText, "webapp: make it look like this"))).toBe(
    `I do not understand photos. ${what}`,
  );
  expect(await said(person.sendsDocument("program", notText))).toBe(
    `I do not understand files of this kind. ${what}`,
  );
});

it("a document that says it is text and is none, an empty one, and one that is too large are named as such", async () => {
  const { person } = world;
  expect(await said(person.sendsDocument("core.txt", notText, "webapp: fix this"))).toBe(
    "core.txt is no text in UTF-8; I cannot use it as a task.",
  );
  expect(await said(person.sendsDocument("empty.md", "", "webapp: fix this"))).toBe("empty.md is empty.");
  expect(await said(person.sendsDocument("blank.md", " \n\n\t", "webapp: fix this"))).toBe(
    "blank.md is empty.",
  );
  expect(await said(person.sendsDocument("big.log", "x".repeat(2_000_001)))).toBe(
    "big.log is too large for a task: at most 2 MB of text.",
  );
});

it("an edited message changes nothing, and the person is told to send it anew", async () => {
  const sent = world.person.sends("/projects");
  expect(await said(sent)).toContain("webapp");
  world.person.edits(sent.id, "webapp: fix the login");
  await botSays(world, "I act on a message when it comes; your edit changes nothing.");
});

it("a slash alone, and a text in which nothing can be read, start nothing and are answered", async () => {
  for (const text of ["/", "\u200b", "\u2800", "…", "?", "👍"]) {
    expect([text, await said(world.person.sends(text))]).toEqual([text, expect.stringMatching(/\S/)]);
  }
  expect(launchedNames(world)).toEqual([]);
  expect(await sessionsOf(world)).toEqual([]);
});
