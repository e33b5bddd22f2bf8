/** What watching costs, measured from outside; the Bot API server and the model run in this process, not in those. */
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, it } from "vitest";
import { Fleet, mixTold } from "./fleet.ts";
import { rssMegabytes } from "./meter.ts";
import { type Row, row, table } from "./table.ts";
import { measureRound, type Round } from "./windows.ts";

const sizes = (process.env["JAMA_BENCH_SESSIONS"] ?? "10,20,50,100,200").split(",").map(Number);
const rounds = Number(process.env["JAMA_BENCH_ROUNDS"] ?? 3);
/** Screens are read every 20 s: a window that is no multiple of that holds now one such round, now none. */
const windowMs = Number(process.env["JAMA_BENCH_WINDOW_SECONDS"] ?? 20) * 1_000;

/** A bot that has just started compiles its code as it goes: the first size would pay for all of them. */
const warmUpMs = 120_000;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await Fleet.open();
});
afterAll(() => fleet?.close(), 120_000);

it("prints what watching costs", async () => {
  const rows: Row[] = [];
  await fleet.growTo(sizes[0] ?? 0);
  await delay(warmUpMs);
  for (const size of sizes) {
    await fleet.growTo(size);
    const measured: Round[] = [];
    for (let nth = 0; nth < rounds; nth++) measured.push(await measureRound(fleet, windowMs));
    rows.push(row(size, measured, await rssMegabytes(fleet.bot.pid)));
    console.log(`\n${rounds} windows of ${windowMs / 1_000} s each, medians; ${mixTold}\n${table(rows)}\n`);
  }
});
