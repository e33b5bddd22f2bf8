/** The desk of one session in a lab: the screen and the keys through tmux, the process through the journal. */
import { access } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { isAstray } from "./compare.ts";
import type { Desk } from "./desk.ts";
import type { Lab } from "./lab.ts";
import type { Scenario } from "./scenario.ts";
import { claudePid } from "./sessionJournal.ts";

/** A wait that came to nothing; `message` is for the table, and empty where the table shows it anyway. */
export class StageError extends Error {
  override name = "StageError";
}

export type Until = (what: string, look: () => Promise<boolean>, ms?: number) => Promise<void>;

export interface Act {
  lab: Lab;
  scenario: Scenario;
  session: string;
  told: () => string[];
  signal: AbortSignal;
}

const pollMs = 50;
/** Far beyond what a busy machine needs. */
const patienceMs = 60_000;
/** Claude Code has taken a key, and its screen shows that, within this time. */
const keyMs = 400;
/** A menu is no longer than this: a mark further off belongs to something else. */
const menuLines = 12;
/** A dialog that was answered is off the screen within this time; one that was not takes the answer again. */
const chosenMs = 1_500;
/** What follows of an answer has been told within this time: an answer that was passed over is given again. */
const answerMs = 5_000;

/** Waits for conditions, as long as the scenario is on its way. */
export function waiting({ told, scenario, signal }: Act): Until {
  return async (what, look, ms = patienceMs) => {
    const giveUpAt = Date.now() + ms;
    while (!(await look())) {
      if (isAstray(told(), scenario.expected)) throw new StageError("");
      if (Date.now() > giveUpAt) throw new StageError(`waited ${ms / 1_000} s for ${what}`);
      await delay(pollMs, undefined, { signal });
    }
  };
}

export function deskOf(act: Act, until: Until): Desk {
  const { lab, scenario, session, told, signal } = act;
  const pane = `=${session}:`;
  const screen = () => lab.tmux("capture-pane", "-p", "-t", pane).catch(() => ""); // gone: it shows nothing
  const press = async (...keys: string[]) => {
    if (!told().some((label) => label.startsWith("exited") || label === "lost"))
      await lab.tmux("send-keys", "-t", pane, ...keys);
  };
  const untilTold = (label: string) => until(`"${label}" to be told`, async () => told().includes(label));
  return {
    told: untilTold,
    asksModel: () =>
      until("a request to the model", async () =>
        lab.api.requests.some((one) => one.kind === "main" && one.script === lab.taskOf(scenario)),
      ),
    has: (file) =>
      until(`the file ${file}`, () =>
        access(lab.pathIn(scenario, file)).then(
          () => true,
          () => false,
        ),
      ),
    choose: async (option) => {
      let answeredAt = 0;
      await until(`the choice ${option} to be taken`, async () => {
        if (told().includes("answered")) return true;
        if (Date.now() - answeredAt < chosenMs) return false;
        const key = keyTowards(option, await screen());
        if (key === undefined) return false;
        await press(key);
        if (key === "Enter") answeredAt = Date.now();
        else await delay(keyMs, undefined, { signal });
        return false;
      });
    },
    pressUntilTold: async (label, key) => {
      let pressedAt = 0;
      await until(`"${label}" to be told`, async () => {
        if (told().includes(label)) return true;
        if (Date.now() - pressedAt < answerMs) return false;
        pressedAt = Date.now();
        await press(key);
        return false;
      });
    },
    press,
    type: (text) => press("-l", text),
    kill: async () => {
      let pid: number | undefined;
      await until("its process to be known", async () => {
        pid = await claudePid(lab.home, session);
        return pid !== undefined;
      });
      if (pid !== undefined) process.kill(pid, "SIGKILL");
    },
  };
}

/** The key that brings the mark to the option, or takes it; undefined while no such option is on the screen. */
function keyTowards(option: RegExp, screen: string): "Enter" | "Down" | "Up" | undefined {
  const lines = screen.split("\n").map((line) => line.trimEnd());
  const wanted = lines.findLastIndex((line) => option.test(line));
  const marked = lines.findLastIndex((line) => /^[\s│]*❯ +\S/.test(line));
  if (wanted < 0 || marked < 0 || Math.abs(wanted - marked) > menuLines) return undefined;
  if (wanted === marked) return "Enter";
  return wanted > marked ? "Down" : "Up";
}
