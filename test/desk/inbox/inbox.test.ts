/** What came in: handled once, joined where a phone cut it, and never lost. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Inbox } from "../../../src/desk/inbox/inbox.ts";
import { Incoming } from "../../../src/desk/inbox/incoming.ts";
import { openDeskState } from "../../../src/desk/state/deskState.ts";
import { Spool } from "../../../src/storage/spool.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";

/** Parts are waited for until one that is not full ends the text, however slow the disk is. */
async function openInbox(
  home: string,
  handled: (text: string) => Promise<void> | void = () => undefined,
  partMs = 60_000,
) {
  const { log } = rememberingLog();
  const state = await openDeskState(home, log);
  const got: string[] = [];
  const handle = async (incoming: Incoming) => {
    const text = incoming.kind === "text" ? incoming.text : incoming.kind;
    await handled(text);
    got.push(text);
  };
  const inbox = new Inbox({ folder: join(home, "inbox"), state, handle, partMs, log });
  await inbox.open();
  const left = async () => (await readdir(join(home, "inbox"))).length;
  return { inbox, got, left, state };
}

const text = (updateId: number, words: string, from = 42, messageId = updateId): Incoming => ({
  kind: "text",
  updateId,
  at: 0,
  from: { id: from, name: "Ada" },
  chat: from,
  messageId,
  text: words,
});

const full = (letter: string) => letter.repeat(4_096);

describe("8: the inbox", () => {
  it("hands a message on once, however often Telegram repeats it", async () => {
    const { inbox, got, left } = await openInbox(await tempFolder());
    await Promise.all([inbox.file(text(1, "a")), inbox.file(text(1, "a"))]);
    await inbox.settle();
    await inbox.file(text(1, "a"));
    await inbox.settle();
    expect([got, await left()]).toEqual([["a"], 0]);
  });

  it("remembers after a restart what it has handled", async () => {
    const home = await tempFolder();
    const first = await openInbox(home);
    await first.inbox.file(text(1, "a"));
    await first.inbox.settle();
    const second = await openInbox(home);
    await second.inbox.file(text(1, "a"));
    await second.inbox.settle();
    expect(second.got).toEqual([]);
  });

  it("takes up after a restart what was not finished, and not again what Telegram repeats of it", async () => {
    const home = await tempFolder();
    const first = await openInbox(home, () => Promise.reject(new Error("killed")));
    await first.inbox.file(text(1, "a"));
    await first.inbox.settle();
    const second = await openInbox(home);
    await second.inbox.file(text(1, "a"));
    await second.inbox.settle();
    expect([second.got, await second.left()]).toEqual([["a"], 0]);
  });

  it("does not handle again what was handled when a crash left its file behind", async () => {
    const home = await tempFolder();
    const first = await openInbox(home);
    await first.inbox.file(text(1, "a"));
    await first.inbox.settle();
    await new Spool(join(home, "inbox"), Incoming).put("1", text(1, "a"));
    const second = await openInbox(home);
    await second.inbox.settle();
    expect([second.got, await second.left()]).toEqual([[], 0]);
  });

  it("goes on with the next message while one is being handled", async () => {
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { inbox, got } = await openInbox(await tempFolder(), (words) =>
      words === "slow" ? slow : undefined,
    );
    await inbox.file(text(1, "slow"));
    await inbox.file(text(2, "quick"));
    await waitFor(async () => got.includes("quick"));
    release();
    await inbox.settle();
    expect(got).toEqual(["quick", "slow"]);
  });
});

describe("8: a text that a phone cut into parts", () => {
  it("is one message again, three parts and all", async () => {
    const { inbox, got, left } = await openInbox(await tempFolder());
    for (const [id, part] of [full("a"), full("b"), "c"].entries()) await inbox.file(text(id + 1, part));
    await inbox.settle();
    expect(got).toEqual([`${full("a")}${full("b")}c`]);
    expect(await left()).toBe(0);
  });

  it("whose last part is full as well ends when no other one comes", async () => {
    const { inbox, got } = await openInbox(await tempFolder(), () => undefined, 500);
    await inbox.file(text(1, full("a")));
    await inbox.file(text(2, full("b")));
    await waitFor(async () => got.length > 0);
    expect(got).toEqual([full("a") + full("b")]);
  });

  it("is not mixed with what another person writes meanwhile", async () => {
    const { inbox, got } = await openInbox(await tempFolder());
    await inbox.file(text(1, full("a")));
    await inbox.file(text(2, "from Bob", 43));
    await inbox.file(text(3, "c", 42, 2));
    await inbox.settle();
    expect(got.sort()).toEqual([`${full("a")}c`, "from Bob"].sort());
  });

  it("is not joined with a message that is not the next one", async () => {
    const { inbox, got } = await openInbox(await tempFolder());
    await inbox.file(text(1, full("a")));
    await inbox.file(text(5, "later"));
    await inbox.settle();
    expect(got).toEqual([full("a"), "later"]);
  });

  it("9: is one message again after a restart in between", async () => {
    const home = await tempFolder();
    const spool = new Spool(join(home, "inbox"), Incoming);
    await spool.open();
    await spool.put("1", text(1, full("a")));
    await spool.put("2", text(2, full("b")));
    const { inbox, got, state } = await openInbox(home);
    await inbox.file(text(3, "c"));
    await inbox.settle();
    expect(got).toEqual([`${full("a")}${full("b")}c`]);
    expect(state.data.handled).toEqual([1, 2, 3]);
  });
});
