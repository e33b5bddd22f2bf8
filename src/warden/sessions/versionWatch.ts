/** Brings each session the word on which Claude Code it runs, and whether that is certified: as evidence, for the journal. */
import type { Logger } from "../../logger.ts";
import type { EvidenceOf } from "../evidence/evidence.ts";
import { findProgram } from "../launch/findProgram.ts";
import type { Gate } from "../versions/gate.ts";
import { ProgramVersions } from "../versions/programVersion.ts";
import type { LiveSession } from "./liveSession.ts";

export interface VersionWatchInput {
  gate: Pick<Gate, "isCertified" | "seen" | "onChange">;
  /** All that live. */
  sessions(): readonly LiveSession[];
  /** CLAUDE_BIN. */
  claudeBin: string;
  log: Logger;
  now: () => number;
}

export class VersionWatch {
  readonly #in: VersionWatchInput;
  readonly #programs = new ProgramVersions();

  constructor(input: VersionWatchInput) {
    this.#in = input;
    input.gate.onChange(() => {
      this.refresh().catch((error) => input.log.error({ err: error }, "a session could not hear of a check"));
    });
  }

  /** Judged with what comes next, at the latest with the next round: after a restart more may have come than this. */
  async heard(session: LiveSession, version: string, source: EvidenceOf<"version">["source"]): Promise<void> {
    const { gate, now } = this.#in;
    const certified = gate.isCertified(version);
    const known = session.seen.version;
    if (known?.source === "registry" && source === "program") return;
    if (known?.version === version && known.source === source && known.certified === certified) return;
    await session.find({ channel: "version", at: now(), version, source, certified });
    if (!certified) gate.seen(version);
  }

  /** What is certified may be something else now. */
  async refresh(): Promise<void> {
    const { gate } = this.#in;
    for (const session of this.#in.sessions()) {
      const known = session.seen.version;
      if (!known) continue;
      await this.heard(session, known.version, known.source);
      if (!gate.isCertified(known.version)) gate.seen(known.version);
    }
  }

  /** Asks the program that was just started, beside the launch: the registry's word comes later, or never. */
  launched(session: LiveSession, environment: Readonly<Record<string, string>>): void {
    this.#ask(session, environment).catch((error) =>
      this.#in.log.warn({ err: error, session: session.record.name }, "its version could not be asked"),
    );
  }

  async #ask(session: LiveSession, environment: Readonly<Record<string, string>>): Promise<void> {
    const program = await findProgram(this.#in.claudeBin, environment["PATH"] ?? "");
    if (program === undefined) return;
    const said = await this.#programs.of(program, environment);
    if (said.version !== undefined) await this.heard(session, said.version, "program");
    else this.#in.log.info({ program, why: said.why }, "the program does not say its version");
  }
}
