/** The main job, measured from outside: the real Claude Code, the built bot, the strict Bot API server. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import type { StoredMessage } from "../../src/botapi/world/message.ts";
import { bash, json, say } from "../../src/modelapi/index.ts";
import { Journal } from "../../src/warden/journal/journal.ts";
import { testKey } from "../support/claude/environment.ts";
import { type Bot, openWorld, personId, type World } from "../support/jama/world.ts";
import { line, spread } from "./figures.ts";

const runs = Number(process.env["JAMA_BENCH_RUNS"] ?? 20);
const settings = { JAMA_IDLE_GRACE_SECONDS: "1", LOG_LEVEL: "warn" };

let world: World;
let bot: Bot;
beforeAll(async () => {
  world = await openWorld({ projectName: "webapp", start: false });
  bot = await world.start({ ...settings, LOG_LEVEL: "info" });
});
afterAll(() => world.close());

async function rssMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** When the last Stop was written, Claude Code called itself idle, and Jama saw that: from the journal. */
async function lastEnd(launchedText: string) {
  const name = /claude-\S+/.exec(launchedText)?.[0] ?? "";
  const journal = new Journal(join(world.jamaHome, "sessions", name), Date.now);
  const evidence = (await journal.read()).flatMap((one) => (one.kind === "evidence" ? [one.evidence] : []));
  const stop = evidence.findLast((one) => one.channel === "hook" && one.fact.event === "Stop");
  const idle = evidence.findLast((one) => one.channel === "registry" && one.status === "idle");
  if (stop?.channel !== "hook" || idle?.channel !== "registry")
    throw new Error(`no end in the journal of ${name}`);
  return { stopAt: stop.at, idleAt: idle.updatedAt, seenAt: idle.at };
}

/** One whole session; `toLaunched` and `toPing` in ms. */
async function oneSession(task: string) {
  const sentAt = Date.now();
  const asked = world.person.sends(`${task} in webapp`);
  const mine = (text: string) => (one: StoredMessage) => one.replyTo === asked.id && one.text.includes(text);
  const launched = await world.server.waitFor(personId, mine("Session launched"));
  const complete = await world.server.waitFor(personId, mine("complete."));
  const main = world.lab.api.requests.findLast((one) => one.kind === "main" && one.answer !== undefined);
  const lastByteAt = main?.answer?.lastByteAt ?? Number.NaN;
  const wasIncomplete = complete.original?.text?.includes("still measuring") ?? false;
  await world.server.waitFor(personId, mine("Cleared up"));
  const { stopAt, idleAt, seenAt } = await lastEnd(launched.text);
  return {
    toLaunched: launched.at - sentAt,
    toPing: complete.at - lastByteAt,
    toStop: stopAt - lastByteAt,
    toIdle: idleAt - lastByteAt,
    toSeen: seenAt - idleAt,
    toSent: complete.at - seenAt,
    lateEdits: wasIncomplete ? 1 : 0,
  };
}

it("prints what the main job costs", async () => {
  const idle = await rssMegabytes(bot.pid);
  const figures = [];
  for (let run = 0; run < runs; run++) {
    const task = `add page ${run} of the list`;
    world.lab.api.script(task, [
      bash(`echo ${run} > page${run}.txt && git add -A && git commit -qm ${run}`),
      say("The page is in."),
    ]);
    figures.push(await oneSession(task));
  }
  const after = await rssMegabytes(bot.pid);
  await bot.stop();

  bot = await world.start({ ...settings, ANTHROPIC_API_KEY: testKey, LOG_LEVEL: "info" });
  world.lab.api.sideCall("interpret", "You route messages for Jama", [
    json({
      intent: "launch",
      confidence: "high",
      project: "webapp",
      projectConfidence: "high",
      candidates: [],
      session: null,
      drop: "",
      model: null,
      permissionMode: null,
    }),
  ]);
  world.lab.api.sideCall("summarize", "You word the end of a coding session", [
    json({ verdict: "done", sentences: ["The page is in.", "It was committed."] }),
  ]);
  const before = world.lab.api.requests.length;
  world.lab.api.script("add the last page", [bash("echo last > last.txt"), say("The page is in.")]);
  await oneSession("add the last page");
  const own = world.lab.api.requests.slice(before).filter((one) => one.kind === "structured");
  const tokens = own.map((one) => one.answer?.usage).filter((one) => one !== undefined);

  console.log(
    [
      "",
      line("message received -> Session launched sent", spread(figures.map((one) => one.toLaunched))),
      line("model's last byte -> completion ping sent", spread(figures.map((one) => one.toPing))),
      line("  of it: until the Stop hook has written", spread(figures.map((one) => one.toStop))),
      line("  of it: until Claude Code calls itself idle", spread(figures.map((one) => one.toIdle))),
      line("  from there until Jama has seen it", spread(figures.map((one) => one.toSeen))),
      line("  from there until the ping is at the Bot API", spread(figures.map((one) => one.toSent))),
      `pings sent before all facts were measured        ${figures.filter((one) => one.lateEdits > 0).length} of ${figures.length}`,
      `model calls per session (with a key)              ${own.length}: ${JSON.stringify(tokens)} (estimated: characters / 4)`,
      `memory of the bot (RSS)                           ${idle.toFixed(0)} MB idle, ${after.toFixed(0)} MB after ${runs} sessions`,
      "",
    ].join("\n"),
  );
});
