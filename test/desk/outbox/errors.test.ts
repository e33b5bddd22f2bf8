/** What Telegram may answer, and what becomes of the message then: every row of the table, on the strict server. */
import { describe, expect, it } from "vitest";
import { type Fault, faults } from "../../../src/botapi/faults/faults.ts";
import type { Draft } from "../../../src/desk/message/draft.ts";
import { press } from "../../../src/desk/message/press.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { edit, openOutside, plain, send } from "./outside.ts";

const refused = (description: string, code = 400): Fault => ({
  kind: "error",
  code,
  description: `${code === 400 ? "Bad Request: " : ""}${description}`,
});

const rich: Draft = {
  text: "hello",
  entities: [{ type: "bold", offset: 0, length: 5 }],
  buttons: [[press("Stop", { action: "stop", verb: "ask", argument: "x" })]],
};

describe("8: a new message is delivered", () => {
  const passing: readonly [string, Fault][] = [
    ["an error of the server's own", faults.serverError()],
    ["a broken proxy", faults.badGateway()],
    ["another poller", refused("Conflict: terminated by other getUpdates request", 409)],
    ["a flood", faults.tooManyRequests(1)],
    ["a reply to nothing", refused("message to be replied not found")],
    ["a thread that is gone", refused("message thread not found")],
    ["formatting that cannot be read", refused("can't parse entities: unsupported start tag")],
    ["an error that nobody knows", refused("BUTTON_STYLE_UNHEARD_OF")],
  ];

  it.each(passing)("after %s", async (_, fault) => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", fault);
    await out.outbox.put(send("a", "hello", { replyTo: 1, thread: undefined, draft: rich }));
    await out.settled();
    expect(out.texts()).toEqual(["hello"]);
  });

  it("after the answer to it was lost, at the price of a second one", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", faults.lostAnswer());
    await out.outbox.put(send("a"));
    await out.settled();
    expect(out.texts()).toEqual(["a", "a"]);
  });

  it("when the person unblocks the bot, as soon as there is something else to say", async () => {
    const out = await openOutside();
    out.ada.blocks();
    await out.outbox.put(send("kept"));
    await waitFor(async () => out.calls().length === 1);
    expect(out.outbox.idle).toBe(false);
    out.ada.unblocks();
    await out.outbox.put(send("next"));
    await out.settled();
    expect(out.texts()).toEqual(["kept", "next"]);
  });

  it("to the group that a group has become", async () => {
    const out = await openOutside();
    const group = out.server.group({ title: "Team" });
    await out.outbox.put(send("before", "before", { chat: group.id }));
    await out.settled();
    const upgraded = out.server.upgrade(group);
    await out.outbox.put(send("after", "after", { chat: group.id }));
    await out.settled();
    expect(upgraded.fromBot.map((one) => one.text)).toContain("after");
  });
});

describe("an error that nobody knows", () => {
  it("costs the formatting and the buttons, and at last the message, never those behind it", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", refused("NOBODY_KNOWS"), 2);
    await out.outbox.put(send("a", "hello", { draft: rich }));
    await out.outbox.put(send("b"));
    await out.settled();
    expect(out.texts()).toEqual(["b"]);
    expect(out.calls()).toHaveLength(3);
  });

  it("is none when the chat takes nothing: the message stays on disk", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", refused("not enough rights to send text messages to the chat"));
    await out.outbox.put(send("a"));
    await waitFor(async () => out.calls().length === 1);
    const next = await out.restart();
    await next.settled();
    expect(next.texts()).toEqual(["a"]);
  });
});

describe("a flood", () => {
  it("is waited for by everything for that chat", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", faults.tooManyRequests(1));
    await out.outbox.put(send("first"));
    await waitFor(async () => out.calls().length === 1);
    await out.outbox.put(send("second"));
    await out.settled();
    const [refusedCall, next] = out.server.calls.filter((one) => one.method === "sendMessage");
    expect((next?.at ?? 0) - (refusedCall?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(out.texts()).toEqual(["first", "second"]);
  });
});

describe("an edit", () => {
  it("of a message that is as it should be is done", async () => {
    const out = await openOutside();
    await out.outbox.put(send("a", "same"));
    await out.outbox.put(edit("a", "same"));
    await out.settled();
    expect(out.texts()).toEqual(["same"]);
  });

  it("of a message that is gone is said anew, quietly, and belongs to the same session", async () => {
    const out = await openOutside();
    await out.outbox.put(send("a", "first", { session: "claude-x" }));
    await out.settled();
    out.ada.deletes(out.state.data.sent["a"]?.messageId ?? 0);
    await out.outbox.put(edit("a", "second"));
    await out.settled();
    expect(out.server.chat(42).last).toMatchObject({ text: "second", silent: true });
    expect(out.state.data.sent["a"]).toMatchObject({
      session: "claude-x",
      messageId: out.server.chat(42).last?.id,
    });
  });

  it("of a message in a group that became another is not tried for ever", async () => {
    const out = await openOutside();
    const group = out.server.group({ title: "Team" });
    await out.outbox.put(send("a", "first", { chat: group.id }));
    await out.settled();
    const upgraded = out.server.upgrade(group);
    await out.outbox.put({ kind: "edit", of: "a", chat: group.id, draft: plain("second") });
    await out.settled();
    expect(upgraded.last?.text).toBe("second");
    expect(out.calls().length).toBeLessThan(6);
  });

  it("of a message that was never sent is let go", async () => {
    const out = await openOutside();
    await out.outbox.put(edit("never", "text"));
    await out.settled();
    expect(out.calls()).toEqual([]);
  });
});

describe("a token that is not accepted", () => {
  it("is told once to whoever can end the bot, and the message stays on disk", async () => {
    const out = await openOutside();
    out.server.faults.next("sendMessage", refused("Unauthorized", 401));
    await out.outbox.put(send("a"));
    await waitFor(async () => out.unauthorized() === 1);
    expect(out.outbox.idle).toBe(false);
    const next = await out.restart();
    await next.settled();
    expect(next.texts()).toEqual(["a"]);
  });
});
