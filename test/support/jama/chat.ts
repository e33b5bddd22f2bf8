/** What a test waits for in the chat, and what a session was really given: steps that many tests of the whole bot share. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sent } from "../../../src/botapi/driver/deliver.ts";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import { type RequestRecord, userTexts } from "../../../src/modelapi/index.ts";
import { patienceMs } from "../claude/wait.ts";
import { personId, type World } from "./world.ts";

const timeoutMs = patienceMs;
const launchLine = /^Session launched: (\S+)/;

/** Names of the sessions that were told as launched, in that order. */
export function launchedNames(world: World, chat = personId): string[] {
  return world.server.chat(chat).fromBot.flatMap(({ text }) => launchLine.exec(text)?.[1] ?? []);
}

/** The name of the next session launched, beside those known already. */
export async function launched(
  world: World,
  known: readonly string[] = [],
  chat = personId,
): Promise<string> {
  const next = () => launchedNames(world, chat).find((name) => !known.includes(name));
  const message = await world.server.waitFor(
    chat,
    ({ text }) => next() !== undefined && text.startsWith(`Session launched: ${next()}`),
    { timeoutMs, what: "launched session" },
  );
  return launchLine.exec(message.text)?.[1] ?? "";
}

/** The message that tells of a launch. */
export function launchMessage(world: World, name: string): Promise<StoredMessage> {
  return botSays(world, `Session launched: ${name}`);
}

/** The completion of a session, as soon as it is told. */
export function completed(world: World, name: string, chat = personId): Promise<StoredMessage> {
  return botSays(world, `Session ${name} complete.`, chat);
}

/** The newest message of the bot that holds the text. */
export function botSays(world: World, text: string | RegExp, chat = personId): Promise<StoredMessage> {
  const fits = (one: StoredMessage) =>
    typeof text === "string" ? one.text.includes(text) : text.test(one.text);
  return world.server.waitFor(chat, (one) => one.fromBot && fits(one), { timeoutMs, what: String(text) });
}

/** The bot's answer to a message of a person: the newest reply to it. */
export function answer(world: World, sent: Pick<Sent, "id" | "chatId">): Promise<StoredMessage> {
  return world.server.waitFor(sent.chatId, (one) => one.fromBot && one.replyTo === sent.id, {
    timeoutMs,
    what: `answer to message ${sent.id}`,
  });
}

/** A message once it reads so: for what a tap rewrites. */
export function rewritten(world: World, { id, chatId }: StoredMessage, text: string): Promise<StoredMessage> {
  return world.server.waitFor(chatId, (one) => one.id === id && one.text.includes(text), {
    timeoutMs,
    what: `message ${id} with "${text}"`,
  });
}

/** Labels of the buttons, row after row. */
export function labels(message: StoredMessage): string[] {
  return message.buttons.flat().map((one) => one.text);
}

/** The task as it lies in the session's folder. */
export function taskFile(world: World, name: string): Promise<string> {
  return readFile(join(world.jamaHome, "sessions", name, "task.md"), "utf8");
}

/** The first prompt of the newest conversation that Claude Code began with the model. */
export async function firstPrompt(world: World, holds: string): Promise<string> {
  const fits = (one: RequestRecord) => one.kind === "main" && (userTexts(one.body)[0] ?? "").includes(holds);
  const request = await world.lab.api.waitForRequest(fits, timeoutMs);
  return userTexts(request.body)[0] ?? "";
}
