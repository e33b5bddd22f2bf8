/**
 * One window of watching by nobody, by Jama and by the naive watcher, right after each other, so that the noise of
 * the machine hits all three. While another one's turn is measured the bot is held still.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Fleet } from "./fleet.ts";
import { read } from "./meter.ts";

const naive = fileURLToPath(new URL("naive.sh", import.meta.url));
/** A watcher that begins catches up with what it missed; then it is watched. */
const settleMs = 4_000;
/**
 * To a bot that was held still it looks as if the machine had slept: it looks at everything again, and until the next
 * round of screens, 20 s at most, that is no watching.
 */
const wakeMs = 25_000;

/** All per second: CPU seconds of the watcher and of the tmux server, processes started by whomever. */
export interface Rates {
  readonly watcher: number;
  readonly tmux: number;
  readonly machine: number;
}

/** `started`: processes that the watcher started, counted one by one. */
export interface Round {
  readonly nobody: Rates;
  readonly jama: Rates & { readonly started: number };
  readonly naive: Rates & { readonly started: number; readonly rounds: number };
}

export async function measureRound(fleet: Fleet, windowMs: number): Promise<Round> {
  const server = Number(await fleet.world.lab.tmux.run("display-message", "-p", "#{pid}"));
  const before = await fleet.programsStarted();
  const jama = await rates([fleet.bot.pid, server], windowMs);
  const started = ((await fleet.programsStarted()) - before) / (windowMs / 1_000);
  const { nobody, naive } = await held(fleet, async () => {
    await delay(settleMs);
    const nobody = await rates([process.pid, server], windowMs);
    return { nobody, naive: await watchNaively(fleet, server, windowMs) };
  });
  await delay(wakeMs);
  return { nobody, jama: { ...jama, started }, naive };
}

async function held<T>({ bot }: Fleet, measure: () => Promise<T>): Promise<T> {
  process.kill(bot.pid, "SIGSTOP");
  try {
    return await measure();
  } finally {
    process.kill(bot.pid, "SIGCONT");
  }
}

async function watchNaively({ world, names }: Fleet, server: number, windowMs: number) {
  const folder = join(world.jamaHome, "sessions");
  const watcher = spawn(naive, [world.lab.tmux.socket, folder, ...names], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let done = 0;
  watcher.stdout.on("data", (chunk: Buffer) => {
    done += chunk.toString().split("\n").length - 1;
  });
  try {
    await delay(settleMs);
    const before = done;
    const measured = await rates([watcher.pid ?? 0, server], windowMs);
    const rounds = (done - before) / (windowMs / 1_000);
    const perRound = 3 * names.length + 1; // and its sleep
    return { ...measured, rounds, started: rounds * perRound };
  } finally {
    watcher.kill();
    await once(watcher, "exit");
  }
}

async function rates(pids: readonly [watcher: number, server: number], windowMs: number): Promise<Rates> {
  const before = await read(pids);
  await delay(windowMs);
  const after = await read(pids);
  const seconds = (after.at - before.at) / 1_000;
  const cpu = (which: number) => ((after.cpu[which] ?? 0) - (before.cpu[which] ?? 0)) / seconds;
  return { watcher: cpu(0), tmux: cpu(1), machine: (after.started - before.started) / seconds };
}
