/** The warden's events become messages: once, without secrets, and kept up to date. */
import { describe, expect, it } from "vitest";
import { faults } from "../../../src/botapi/faults/faults.ts";
import { writeOrigin } from "../../../src/desk/message/origin.ts";
import type { Summary } from "../../../src/desk/report/report.ts";
import { Teller } from "../../../src/desk/tell/tell.ts";
import type { JudgeCommand } from "../../../src/protocol/commands.ts";
import type { EventOf, SessionEvent } from "../../../src/protocol/events.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog } from "../../support/host/temp.ts";
import { session } from "../message/sound.ts";
import { adaId, openOutside } from "../outbox/outside.ts";

const origin = writeOrigin({ chat: adaId, messageId: 1 });
const view = session({ origin });
const base = (key: string) => ({ v: 1 as const, id: `${view.name}:${key}`, at: 0, session: view });

const finished = (about: Partial<EventOf<"finished">> = {}): EventOf<"finished"> => ({
  ...base("finished:t"),
  type: "finished",
  turn: "t",
  lastMessage: "Done it.",
  question: false,
  facts: { durationMs: 1_000 },
  complete: true,
  resume: "claude --resume 1",
  certain: true,
  ...about,
});

async function openTeller(summary?: Summary, asked: () => Promise<unknown> = async () => undefined) {
  const out = await openOutside();
  const judged: JudgeCommand["verdict"][] = [];
  const warden = {
    judge: async ({ verdict }: JudgeCommand) => void judged.push(verdict),
    task: async () => "the task",
  };
  const { log } = rememberingLog();
  const summarizer = summary && {
    summarize: async () => {
      await asked();
      return summary;
    },
  };
  const teller = new Teller({
    outbox: out.outbox,
    state: out.state,
    warden,
    summarizer,
    secrets: ["hunter2-hunter2"],
    home: adaId,
    log,
  });
  const take = async (...events: SessionEvent[]) => {
    for (const event of events) {
      await teller.take(event);
      await teller.settle();
      await out.settled();
    }
  };
  const titles = () => out.texts().map((text) => text.split("\n")[0]?.replace(view.name, "X"));
  const sent = () => out.server.chat(adaId).fromBot;
  return { ...out, teller, take, judged, titles, sent };
}

const withdrawn = { ...base("withdrawn:t"), type: "withdrawn" as const, turn: "t" };
const closed = { ...base("over"), type: "closed" as const, leftovers: [] };
const again = finished({ id: `${view.name}:finished:t:again` });

describe("6: while somebody is attached", () => {
  const attached = { ...view, attached: 1 };
  const asked = {
    ...base("asked:q"),
    type: "asked" as const,
    asked: "q",
    ask: { kind: "permission" as const, tool: "Bash", what: "npm test" },
    attach: "tmux attach",
  };
  const left = { id: `${view.name}:left`, session: { ...view, attached: 0 } };
  const sounds = (messages: readonly { silent: boolean }[]) => messages.map(({ silent }) => silent);

  it("a ping makes no sound, and is said once more, aloud, when they left it open; the newer one has the buttons", async () => {
    const { take, sent } = await openTeller();
    await take({ ...asked, session: attached });
    await take({ ...asked, ...left, reminds: asked.id }, { ...asked, ...left, reminds: asked.id });
    expect(sounds(sent())).toEqual([true, false]);
    expect(sent().map(({ buttons }) => buttons.length > 0)).toEqual([false, true]);
    await take({ ...base("answered:q"), type: "answered", asked: "q" });
    expect(sent().map(({ buttons }) => buttons.length > 0)).toEqual([false, false]);
  });

  it("a completion that asks is one report with two messages, and what follows is shown on the newer one", async () => {
    const { take, sent } = await openTeller();
    const question = finished({
      question: true,
      session: attached,
      facts: { durationMs: 0 },
      complete: false,
    });
    await take(question, { ...question, ...left, reminds: question.id });
    expect(sounds(sent())).toEqual([true, false]);
    await take({ ...base("measured:t"), type: "measured", turn: "t", facts: { durationMs: 61_000 } });
    expect(sent().map(({ text }) => text.includes("1 min"))).toEqual([false, true]);
    expect(sent().map(({ buttons }) => buttons.length > 0)).toEqual([false, true]);
  });

  it("the model's doubt about an end makes no sound either", async () => {
    const { take, sent } = await openTeller({ verdict: "needs-reply", sentences: [] });
    await take(finished({ session: attached }));
    expect(sounds(sent())).toEqual([true, true]);
  });
});

describe("8: an event", () => {
  it("is told once, however often it comes", async () => {
    const { take, titles } = await openTeller();
    await take(finished(), finished(), finished());
    expect(titles()).toEqual(["Session X complete."]);
  });

  it("11: is told without secrets", async () => {
    const { take, texts } = await openTeller();
    const token = ["sk-ant", "a".repeat(40)].join("-");
    await take(finished({ lastMessage: `key ${token}, also hunter2-hunter2` }));
    expect(texts()[0]).toContain("key [secret], also [secret]");
  });
});

describe("1: the desk's word on an end", () => {
  it.each<[Summary | undefined, JudgeCommand["verdict"]]>([
    [undefined, "no-opinion"],
    [{ verdict: "done", sentences: [] }, "agreed"],
    [{ verdict: "needs-reply", sentences: [] }, "hold"],
    [{ verdict: "failed", sentences: [] }, "hold"],
    [{ verdict: "partial", sentences: [] }, "hold"],
  ])("after %j is %s", async (summary, verdict) => {
    const { take, judged } = await openTeller(summary);
    await take(finished());
    expect(judged).toEqual([verdict]);
  });

  it("is not given before the end was told: a teardown waits until Telegram has it", async () => {
    const { teller, judged, settled, server, state } = await openTeller({ verdict: "done", sentences: [] });
    server.faults.next("sendMessage", faults.serverError());
    await teller.take(finished());
    await teller.settle();
    expect([judged, Object.values(state.data.reports)[0]?.judged]).toEqual([[], false]);
    await settled();
    await waitFor(async () => Object.values(state.data.reports)[0]?.judged);
    expect(judged).toEqual(["agreed"]);
    expect(server.chat(adaId).fromBot).toHaveLength(1);
  });

  it("2: that finds a question which the rule missed is one more loud message, once", async () => {
    const { take, titles, server } = await openTeller({ verdict: "needs-reply", sentences: ["It asks."] });
    await take(finished(), finished());
    expect(titles()).toEqual([
      "Session X asks you something. It stays open.",
      "Session X asks you something. It stays open.",
    ]);
    expect(server.chat(adaId).fromBot.map((one) => one.silent)).toEqual([false, false]);
  });
});

describe("2: the second message about a missed question", () => {
  const asks: Summary = { verdict: "needs-reply", sentences: ["It asks."] };

  it.each([
    ["closed", closed],
    ["withdrawn", withdrawn],
  ])("is not said when the report was %s while the model was asked", async (_, event) => {
    let meanwhile: () => Promise<unknown> = async () => undefined;
    const { teller, take, server, settled } = await openTeller(asks, () => meanwhile());
    meanwhile = () => teller.take(event);
    await take(finished());
    await settled();
    expect(server.chat(adaId).fromBot.filter((one) => !one.silent)).toHaveLength(1);
  });

  it("is on its way before the report counts as judged", async () => {
    const { take, outbox, state } = await openTeller(asks);
    const judgedAt: boolean[] = [];
    const put = outbox.put.bind(outbox);
    outbox.put = async (item) => {
      if ("id" in item && item.id.endsWith(":asks"))
        judgedAt.push(Object.values(state.data.reports)[0]?.judged ?? true);
      await put(item);
    };
    await take(finished());
    expect(judgedAt).toEqual([false]);
  });
});

describe("2: a completion that proved wrong", () => {
  it("is withdrawn on the same message, and told anew when it holds after all", async () => {
    const { take, titles } = await openTeller();
    await take(finished(), withdrawn);
    expect(titles()).toEqual(["Session X went on working: what I said before was too early."]);
    await take(again);
    expect(titles()).toEqual([
      "Session X went on working: what I said before was too early.",
      "Session X complete.",
    ]);
  });

  it("stays withdrawn when the new one is added to", async () => {
    const { take, texts, titles } = await openTeller({ verdict: "done", sentences: ["In short."] });
    await take(finished(), withdrawn, again, closed);
    expect(titles()[0]).toMatch(/went on working/);
    expect(texts()[1]).toContain("In short.");
    expect(texts()[1]).toContain("Cleared up");
  });

  it("8: is told anew also when a crash made the event come twice", async () => {
    const { take, teller, titles, state } = await openTeller();
    await take(finished(), withdrawn);
    await state.update((data) => {
      const report = Object.values(data.reports)[0];
      if (report) report.withdrawn = false; // as a crash leaves it between the note and the message
    });
    await teller.settle();
    await take(again);
    expect(titles()).toContain("Session X complete.");
    expect(titles()).toHaveLength(2);
  });
});

describe("12: after the end", () => {
  it("no message of the session has buttons any more", async () => {
    const { take, server } = await openTeller({ verdict: "needs-reply", sentences: ["It asks."] });
    const launched = { ...base("launched"), type: "launched" as const, attach: "tmux attach", notes: [] };
    await take(launched, finished(), closed);
    expect(server.chat(adaId).fromBot.map((one) => one.buttons.flat().length)).toEqual([0, 0, 0]);
  });
});
