/** Rounds of measuring as a table: medians, what tmux and the machine do anyhow taken off. Pure. */
import { spread } from "../figures.ts";
import type { Rates, Round } from "./windows.ts";

export interface Row {
  readonly sessions: number;
  /** CPU seconds per second, and processes started per second, by its own count and by the machine's. */
  readonly jama: {
    readonly bot: number;
    readonly tmux: number;
    readonly started: number;
    readonly machine: number;
  };
  readonly naive: {
    readonly script: number;
    readonly tmux: number;
    readonly started: number;
    readonly machine: number;
    readonly rounds: number;
  };
  /** What the machine does anyhow. */
  readonly nobody: { readonly tmux: number; readonly machine: number };
  readonly rssMegabytes: number;
}

export function row(sessions: number, rounds: readonly Round[], rssMegabytes: number): Row {
  const median = (of: (round: Round) => number) => spread(rounds.map(of)).median;
  const beyond = (who: "jama" | "naive", what: keyof Rates) =>
    median((one) => one[who][what] - one.nobody[what]);
  return {
    sessions,
    jama: {
      bot: median((one) => one.jama.watcher),
      tmux: beyond("jama", "tmux"),
      started: median((one) => one.jama.started),
      machine: beyond("jama", "machine"),
    },
    naive: {
      script: median((one) => one.naive.watcher),
      tmux: beyond("naive", "tmux"),
      started: median((one) => one.naive.started),
      machine: beyond("naive", "machine"),
      rounds: median((one) => one.naive.rounds),
    },
    nobody: { tmux: median((one) => one.nobody.tmux), machine: median((one) => one.nobody.machine) },
    rssMegabytes,
  };
}

const jamaCpu = ({ jama }: Row) => jama.bot + jama.tmux;
const naiveCpu = ({ naive }: Row) => naive.script + naive.tmux;
const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
const cell = (text: string) => text.padStart(9);

/** Two goals of the sweep are named below the table, with whether they are met. */
export function table(rows: readonly Row[]): string {
  const line = (what: string, of: (row: Row) => string) =>
    what.padEnd(44) + rows.map((one) => cell(of(one))).join("");
  const at = (sessions: number) => rows.find((one) => one.sessions === sessions);
  return [
    line("sessions", (one) => String(one.sessions)),
    line("Jama: CPU, of one core", (one) => percent(jamaCpu(one))),
    line("  of it the bot, with the children it started", (one) => percent(one.jama.bot)),
    line("  of it the tmux server, for answering", (one) => percent(one.jama.tmux)),
    line("Jama: processes started per second", (one) => one.jama.started.toFixed(1)),
    line("  by the machine's count, beyond nobody's", (one) => one.jama.machine.toFixed(1)),
    line("Jama: memory of the bot, MB", (one) => one.rssMegabytes.toFixed(0)),
    line("naive: CPU, of one core", (one) => percent(naiveCpu(one))),
    line("  of it the script, with its programs", (one) => percent(one.naive.script)),
    line("  of it the tmux server, for answering", (one) => percent(one.naive.tmux)),
    line("naive: processes started per second", (one) => one.naive.started.toFixed(1)),
    line("  by the machine's count, beyond nobody's", (one) => one.naive.machine.toFixed(1)),
    line("naive: rounds per second (1 is meant)", (one) => one.naive.rounds.toFixed(2)),
    line("naive : Jama, CPU", (one) => `${(naiveCpu(one) / jamaCpu(one)).toFixed(0)} : 1`),
    line("naive : Jama, processes", (one) => `${(one.naive.started / one.jama.started).toFixed(0)} : 1`),
    line("nobody: the tmux server, for the painting", (one) => percent(one.nobody.tmux)),
    line("nobody: processes started per second", (one) => one.nobody.machine.toFixed(1)),
    "",
    ...goals(at(20), at(200)),
  ].join("\n");
}

function goals(few: Row | undefined, many: Row | undefined): string[] {
  if (!few || !many) return [];
  const met = (is: boolean) => (is ? "met" : "MISSED");
  const cpu = jamaCpu(many);
  const ratio = cpu / jamaCpu(few);
  return [
    `goal: 200 sessions under 3% of one core: ${percent(cpu)}, ${met(cpu < 0.03)}`,
    `goal: under twice the cost of 20: ${ratio.toFixed(2)} times, ${met(ratio < 2)}`,
  ];
}
