/**
 * What a scenario has in its hands while it plays: beside the desk the project, the model, the bot as a process, and
 * the chat as the person sees it.
 */
import { access, readlink } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import type { ModelApi } from "../../../src/modelapi/index.ts";
import { processesOfHome } from "../../support/claude/processes.ts";
import type { TestProject } from "../../support/claude/project.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { launchedNames } from "../../support/jama/chat.ts";
import { allSaid, claudePid, pidsOf, sessionFolder } from "../../support/jama/session.ts";
import { personId } from "../../support/jama/world.ts";
import { isState } from "../judge/states.ts";
import { readJournal, statesOf } from "../look/journal.ts";
import { askKinds, type Kind, kindOf } from "../look/kinds.ts";
import type { StatePattern } from "../scenario.ts";
import { Desk, lookMs, stepMs } from "./desk.ts";

/** How long a play waits for a message before it goes on without it. */
const hearMs = stepMs;

/** A session ended while it had to live. */
export class FalseKill extends Error {
  override name = "FalseKill";
}

export class Stage extends Desk {
  /** Moments that the play named, in Unix milliseconds. */
  readonly marks = new Map<string, number>();

  get folder(): string {
    return sessionFolder(this.world, this.session);
  }
  get api(): ModelApi {
    return this.world.lab.api;
  }
  get project(): TestProject {
    return this.world.lab.project;
  }
  get home(): string {
    return this.world.lab.home;
  }

  /** Names of all sessions that were told as launched, oldest first. */
  sessions(): string[] {
    return launchedNames(this.world);
  }

  /** What the sessions' terminals show now. */
  async screens(): Promise<string[]> {
    const { tmux } = this.world.lab;
    return Promise.all((await tmux.list()).map((name) => tmux.capture(name).catch(String)));
  }

  /** Names this moment: it is when a fact comes into the world. */
  mark(name: string): void {
    this.marks.set(name, Date.now());
  }

  /** The pid of a session's Claude Code, once it runs. */
  claude(name = this.session): Promise<number> {
    return claudePid(this.world, name);
  }

  /** Pids of the session that run a program whose path ends so. */
  pids(program: string): Promise<number[]> {
    return pidsOf(this.world, this.session, program);
  }

  /** A file in the project; scripted commands wait for one to get the order of things right. */
  async file(name: string, content = ""): Promise<void> {
    await this.project.write({ [name]: content });
  }

  /** The person's newest message of a kind, old or new. */
  told(kind: Kind, timeoutMs = stepMs): Promise<StoredMessage> {
    const fits = (one: StoredMessage) => one.fromBot && kindOf(one) === kind;
    return this.world.server.waitFor(personId, fits, { timeoutMs, what: `message: ${kind}` });
  }

  /** Resolves when so many messages of that kind came, or when time is up: what is missing shows in the comparison. */
  async hears(kinds: readonly Kind[], times = 1, timeoutMs = hearMs): Promise<void> {
    const { server } = this.world;
    const heard = () =>
      server.chat(personId).fromBot.filter((one) => kinds.includes(kindOf(one) ?? "unknown"));
    await server.waitUntil(() => heard().length >= times, { timeoutMs }).catch(() => undefined);
  }

  /** Resolves when so many questions of any kind were told, or when time is up. */
  isAsked(times = 1): Promise<void> {
    return this.hears([...askKinds], times);
  }

  /** Resolves when the file is there. */
  async appears(path: string): Promise<void> {
    await waitFor(
      () =>
        access(path).then(
          () => true,
          () => false,
        ),
      { timeoutMs: stepMs, everyMs: 5, seen: async () => `no ${path}` },
    );
  }

  /** The bot's newest message that holds the text. */
  says(text: string): Promise<StoredMessage> {
    const fits = (one: StoredMessage) => one.fromBot && one.text.includes(text);
    return this.world.server.waitFor(personId, fits, { timeoutMs: stepMs, what: `message: ${text}` });
  }

  /** Resolves when every session is in a state that fits: the first one in the first of these, and so on. */
  async until(patterns: readonly StatePattern[], timeoutMs = stepMs): Promise<void> {
    const folders = () => this.sessions().map((name) => sessionFolder(this.world, name));
    const now = () =>
      Promise.all(folders().map(async (one) => statesOf(await readJournal(one)).at(-1)?.state ?? ""));
    const fit = async () => (await now()).every((one, at) => isState(patterns[at] || one, one));
    await waitFor(fit, { timeoutMs, everyMs: lookMs, seen: async () => (await now()).join(", ") });
  }

  /** Lets time pass in which Jama must leave the session alone: throws FalseKill as soon as it is gone. */
  async mustLive(ms: number, names: readonly string[] = [this.session]): Promise<void> {
    // Looked for only once: to search all processes again and again would slow down what is measured.
    const pids = await Promise.all(names.map((name) => this.claude(name)));
    const until = Date.now() + ms;
    while (Date.now() < until) {
      for (const [at, pid] of pids.entries()) {
        const program = await readlink(`/proc/${pid}/exe`).catch(() => "");
        if (program !== this.world.lab.program) throw new FalseKill(`Claude Code of ${names[at]} is gone`);
      }
      await delay(250);
    }
  }

  /** Kills the bot as a power cut would. */
  async cutPower(): Promise<void> {
    await this.world.bots.at(-1)?.kill();
  }

  /** Starts the bot again. */
  async restart(): Promise<void> {
    await this.world.start();
  }

  /** Resolves when all that was to be said is sent, and noted as sent. */
  allSaid(): Promise<void> {
    return allSaid(this.world);
  }

  /** kill -9 of every process of this world, as when the machine goes down. */
  async killEverything(): Promise<void> {
    for (const pid of await processesOfHome(this.home)) {
      await execa("kill", ["-9", String(pid)], { reject: false }); // one may go with another
    }
  }
}
