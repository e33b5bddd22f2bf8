/** The order of what is said, and that it is said once. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faults } from "../../../src/botapi/faults/faults.ts";
import { OutItem } from "../../../src/desk/outbox/outItem.ts";
import { Spool } from "../../../src/storage/spool.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { adaId, edit, openOutside, plain, send } from "./outside.ts";

describe("the outbox", () => {
  it("keeps the order of what it sends, whatever happens to the first", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", faults.serverError());
    for (const id of ["one", "two", "three"]) await out.outbox.put(send(id));
    await out.settled();
    expect(out.texts()).toEqual(["one", "two", "three"]);
  });

  it("lets no new message wait behind an edit", async () => {
    const out = await openOutside();
    await out.outbox.put(send("card"));
    await out.settled();
    out.server.faults.next("sendMessage", faults.delay(1_500)); // longer than it takes to write the others to disk
    await out.outbox.put(send("under way"));
    await out.outbox.put(edit("card", "card 2"));
    await out.outbox.put(send("ping"));
    await out.settled();
    expect(out.calls()).toEqual(["sendMessage", "sendMessage", "sendMessage", "editMessageText"]);
  });

  it("makes one edit of many that wait, the last", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", faults.delay(1_500)); // longer than it takes to write the edits to disk
    await out.outbox.put(send("card"));
    for (const text of ["25%", "50%", "75%"]) await out.outbox.put(edit("card", text));
    await out.settled();
    expect(out.calls()).toEqual(["sendMessage", "editMessageText"]);
    expect(out.texts()).toEqual(["75%"]);
  });

  it("does not lose an edit that comes while another one of that message is under way", async () => {
    const out = await openOutside();
    await out.outbox.put(send("card"));
    await out.settled();
    out.server.faults.next("editMessageText", faults.delay(150));
    await out.outbox.put(edit("card", "first"));
    await waitFor(async () => out.calls().includes("editMessageText"));
    await out.outbox.put(edit("card", "second"));
    await out.settled();
    expect(out.texts()).toEqual(["second"]);
  });

  it("8: that settles while it sends does not send again at the next start", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", faults.delay(150));
    await out.outbox.put(send("once"));
    await waitFor(async () => out.calls().length === 1);
    await out.outbox.settle();
    const next = await out.restart();
    await next.settled();
    expect(next.texts()).toEqual(["once"]);
  });

  it("goes on when a sent message cannot be removed from disk", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", faults.delay(150));
    await out.outbox.put(send("one"));
    await out.outbox.put(send("two"));
    const folder = join(out.home, "outbox");
    for (const name of await readdir(folder)) {
      await rm(join(folder, name));
      await mkdir(join(folder, name)); // what rm does not remove without being told to
    }
    await out.settled();
    expect(out.texts()).toEqual(["one", "two"]);
  });

  it("does not hold one chat up for another", async () => {
    const out = await openOutside();
    const bob = out.server.user({ id: 43, firstName: "Bob" });
    bob.sends("/start");
    out.server.faults.next("sendMessage", faults.tooManyRequests(3));
    await out.outbox.put(send("slow"));
    await waitFor(async () => out.calls().length === 1);
    await out.outbox.put(send("quick", "quick", { chat: 43 }));
    await out.server.waitFor(43, (one) => one.text === "quick", { timeoutMs: 2_500 });
    expect(out.texts()).toEqual([]);
  });

  it("8: says the same id once, also when it is put again at once, later, or after a restart", async () => {
    const out = await openOutside();
    await Promise.all([out.outbox.put(send("a")), out.outbox.put(send("a"))]);
    await out.outbox.put(send("a"));
    await out.settled();
    await out.outbox.put(send("a"));
    const next = await out.restart();
    await next.outbox.put(send("a"));
    await next.settled();
    expect(next.texts()).toEqual(["a"]);
  });

  it("9: says after a restart what was not said before, in order, new messages first", async () => {
    const out = await openOutside();
    await out.outbox.put(send("card"));
    await out.settled();
    out.server.networkDown();
    await out.outbox.put(edit("card", "card 2"));
    for (const id of ["one", "two"]) await out.outbox.put(send(id));
    const next = await out.restart();
    out.server.networkUp();
    await next.outbox.put(send("three"));
    await next.settled();
    expect(next.texts()).toEqual(["card 2", "one", "two", "three"]);
  });

  it("8: does not send again what was noted as sent when a crash left its file behind", async () => {
    const out = await openOutside();
    await out.outbox.put(send("a"));
    await out.settled();
    await new Spool(`${out.home}/outbox`, OutItem).put("a", send("a"));
    const next = await out.restart();
    await next.settled();
    expect(next.texts()).toEqual(["a"]);
  });

  it("sends what is too long as a document in reply, without a sound", async () => {
    const out = await openOutside();
    const draft = { ...plain("see below"), document: { name: "plan.md", content: "x".repeat(9_000) } };
    await out.outbox.put(send("a", "", { draft }));
    await out.settled();
    const [message, file] = out.server.chat(adaId).fromBot;
    expect(file).toMatchObject({ replyTo: message?.id, silent: true, media: { kind: "document" } });
  });

  it("8: does not lose the document when a crash came between the message and it", async () => {
    const out = await openOutside();
    const draft = { ...plain("see below"), document: { name: "plan.md", content: "long" } };
    await new Spool(`${out.home}/outbox`, OutItem).put("a", send("a", "", { draft }));
    const next = await out.restart();
    await next.outbox.put(send("a", "", { draft }));
    await next.settled();
    expect(out.server.chat(adaId).fromBot.map((one) => one.media?.kind)).toEqual([undefined, "document"]);
  });
});
