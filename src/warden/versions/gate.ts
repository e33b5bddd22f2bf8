/**
 * Which versions of Claude Code Jama trusts itself to read, and so to clear up after. One that is neither shipped as
 * certified nor recorded is checked by itself, once, in a process of its own; what came of it is told, once. Nothing
 * here ends a session or keeps one: the judge does, by the evidence that is made of this.
 */
import { join } from "node:path";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import type { CheckReply } from "../../protocol/commands.ts";
import type { Notice } from "../../protocol/notice.ts";
import { openDocument } from "../../storage/document.ts";
import { watchFolder } from "../../storage/watch.ts";
import { type Checked, certifiedName, readCertified } from "./certified.ts";

/** Runs the check to its end, which it notes in certified.json itself. Gives why it could not; undefined when it did. */
export type RunCheck = (signal: AbortSignal) => Promise<string | undefined>;

/** Which versions count as certified: those of this list and those that a check passed, or, for the check itself, every one. */
export type Certification =
  | "every-version"
  | {
      shipped: readonly string[];
      /** Absent: nothing can be checked from here. */
      run: RunCheck | undefined;
    };

export interface GateInput {
  /** JAMA_HOME. */
  home: string;
  /** Jama's own version. */
  jama: string;
  publish(notice: Notice): Promise<void>;
  log: Logger;
  now: () => number;
}

/** The judge's trust in versions, as the warden needs it. */
export interface Gate {
  isCertified(version: string): boolean;
  /** A session runs this one: checked, or told of, if that was not done before. */
  seen(version: string): void;
  /** A person orders a check of what is installed. */
  check(): CheckReply;
  /** Told whenever what is certified may have changed. */
  onChange(listener: () => void): void;
  close(): void;
}

const everyVersion: Gate = {
  isCertified: () => true,
  seen: () => undefined,
  check: () => ({ outcome: "unavailable", why: "This is a check already." }),
  onChange: () => undefined,
  close: () => undefined,
};

/** What was told of a version last: the outcome of the check. */
const Told = z.object({ v: z.literal(1), told: z.record(z.string(), z.string()) });

export async function openGate(certification: Certification, input: GateInput): Promise<Gate> {
  if (certification === "every-version") return everyVersion;
  const { shipped, run } = certification;
  const { home, jama, publish, log, now } = input;
  const told = await openDocument(
    join(home, "versions.json"),
    Told,
    { v: 1, told: {} },
    (error) => log.error({ err: error }, "versions.json cannot be used; it is set aside and begun anew"),
    (error) => log.error({ err: error }, "versions.json could not be written; it goes on from memory"),
  );
  let recorded = await readCertified(home, log);
  const listeners: (() => void)[] = [];
  const tried = new Set<string>();
  const closing = new AbortController();
  let running = false;

  const known = (version: string): Checked | undefined => {
    const found = recorded[version];
    return found?.jama === jama ? found : undefined; // another Jama reads otherwise
  };
  const isCertified = (version: string) =>
    known(version) ? known(version)?.outcome === "passed" : shipped.includes(version);

  async function reload(): Promise<void> {
    recorded = await readCertified(home, log);
    for (const listener of listeners) listener();
  }
  const watcher = watchFolder(home, (name) => {
    if (name === certifiedName) reload().catch((error) => log.error({ err: error }, "certified.json"));
  });

  async function tell(version: string, checked: Checked | undefined, why: string): Promise<void> {
    const outcome = checked?.outcome ?? "not-run";
    const isNew = told.data.told[version] === undefined;
    await publish({
      v: 1,
      id: `claude:${version}:${checked?.at ?? now()}`,
      at: now(),
      about: "claude-version",
      version,
      isNew,
      outcome,
      scenarios: checked?.scenarios ?? 0,
      failed: checked?.failed ?? [],
      why,
    });
    await told.update((data) => {
      data.told[version] = outcome;
    });
  }

  /** `wanted`: the version that a session runs; undefined when a person wants to know about what is installed. */
  async function runOnce(start: RunCheck, wanted: string | undefined): Promise<void> {
    const begun = now();
    log.info({ version: wanted }, "checking Claude Code");
    const trouble = await start(closing.signal).catch((error: unknown) => String(error));
    if (closing.signal.aborted) return;
    await reload();
    const fresh = Object.entries(recorded).filter(([, one]) => one.at >= begun);
    const [version, checked] = fresh.find(([one]) => one === wanted) ?? fresh[0] ?? [];
    if (wanted !== undefined && version !== wanted) {
      if (told.data.told[wanted] === "not-run") return;
      const other = version === undefined ? "" : `${version} is what is installed now`;
      await tell(wanted, undefined, trouble ?? other);
    } else await tell(version ?? "", checked, trouble ?? "");
  }

  function begin(start: RunCheck, wanted: string | undefined): void {
    running = true;
    runOnce(start, wanted)
      .catch((error) => log.error({ err: error }, "a check of Claude Code could not be told"))
      .finally(() => {
        running = false;
        for (const listener of listeners) listener(); // versions seen meanwhile are seen again
      });
  }

  return {
    isCertified,
    seen(version) {
      if (isCertified(version) || running || tried.has(version)) return;
      tried.add(version);
      const checked = known(version);
      if (checked === undefined && run) return begin(run, version);
      if (told.data.told[version] === (checked?.outcome ?? "not-run")) return;
      tell(version, checked, run ? "" : "it cannot be checked from here").catch((error) =>
        log.error({ err: error, version }, "a version could not be told of"),
      );
    },
    check() {
      if (!run) return { outcome: "unavailable", why: "It cannot be checked from here." };
      if (running) return { outcome: "running" };
      begin(run, undefined);
      return { outcome: "started" };
    },
    onChange: (listener) => void listeners.push(listener),
    close() {
      closing.abort();
      watcher?.close();
    },
  };
}
