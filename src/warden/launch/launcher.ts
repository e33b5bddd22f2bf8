/**
 * Starts a session whose record is on disk: folder and base tree first, then tmux, so that a crash at any point
 * leaves either nothing that runs, or everything needed to know what does. What fails leaves nothing running.
 */
import { access, constants, stat } from "node:fs/promises";
import type { Logger } from "../../logger.ts";
import type { Prompt } from "../../prompts/prompt.ts";
import type { SessionRecord } from "../journal/record.ts";
import type { Base } from "../measure/git/base.ts";
import { dropBase } from "../measure/git/dropBase.ts";
import type { Git } from "../measure/git/git.ts";
import { keepBase } from "../measure/git/keepBase.ts";
import { TmuxError } from "../tmux/client.ts";
import type { Tmux } from "../tmux/tmux.ts";
import { findProgram } from "./findProgram.ts";
import { hooksSwitchedOff } from "./hooksSwitchedOff.ts";
import { writeFolder } from "./sessionFolder.ts";

export interface LauncherInput {
  git: Git;
  tmux: Tmux;
  tempDir: string;
  claudeBin: string;
  configFolder: string;
  prompt: Prompt<"notes" | "artifacts">;
  shell: string;
  platform: "linux" | "darwin";
  log: Logger;
}

/** The launch did not happen; `message` is for the person. */
export class LaunchError extends Error {
  override name = "LaunchError";
}

export class Launcher {
  readonly #in: LauncherInput;

  constructor(input: LauncherInput) {
    this.#in = input;
  }

  /**
   * Everything from the base tree, which `keep` puts on disk, to tmux; gives what the person should know from the
   * start. Throws LaunchError; nothing runs then, and the folder is left to the caller.
   */
  async start(
    record: SessionRecord,
    task: string,
    environment: Record<string, string>,
    keep: (base: Base) => Promise<void>,
  ): Promise<string[]> {
    const ref = baseRef(record.name);
    const { git, tempDir } = this.#in;
    try {
      await checkFolder(record.projectPath);
      const claudeBin = await this.#claude(environment["PATH"] ?? "");
      const { folder, projectPath } = record;
      const systemPrompt = this.#in.prompt.render({
        notes: `${folder}/work/notes.md`,
        artifacts: `${folder}/work/artifacts`,
      });
      const { shell, platform } = this.#in;
      const [base, notes] = await Promise.all([
        keepBase({ git, path: projectPath, ref, tempDir }),
        this.#notes(projectPath),
        writeFolder({ record, task, environment, claudeBin, systemPrompt, shell, platform }),
      ]);
      await keep(base);
      await this.#begin(record);
      const undo = base.kind === "none" ? base.why : (base.caveat ?? "");
      return undo ? [capital(undo), ...notes] : notes;
    } catch (error) {
      await dropBase({ git, path: record.projectPath, ref });
      throw new LaunchError(this.#explain(error, record), { cause: error });
    }
  }

  /**
   * tmux may begin it and not say so in time: `started`, in a folder that is this session's alone, tells. The tmux
   * session itself proves nothing, another JAMA_HOME may have one of the same name.
   */
  async #begin({ name, folder }: SessionRecord): Promise<void> {
    try {
      await this.#in.tmux.newSession(name, folder, ["/bin/sh", `${folder}/launch.sh`]);
    } catch (error) {
      const began = await stat(`${folder}/started`).catch(() => undefined);
      if (!began) throw error;
      this.#in.log.warn({ err: error, session: name }, "tmux complained, and began the session all the same");
    }
  }

  async #claude(path: string): Promise<string> {
    const { claudeBin } = this.#in;
    const found = await findProgram(claudeBin, path);
    if (found) return found;
    throw new LaunchError(
      `Claude Code was not found: no program "${claudeBin}" in your login environment's PATH. Install it, or set CLAUDE_BIN to its full path and restart me.`,
    );
  }

  async #notes(projectPath: string): Promise<string[]> {
    const switched = await hooksSwitchedOff(projectPath, this.#in.configFolder);
    const writable = await access(projectPath, constants.W_OK).then(
      () => true,
      () => false,
    );
    return [
      ...(switched
        ? [
            `Hooks are switched off (disableAllHooks in ${switched}): I see less, and will not end this session by myself.`,
          ]
        : []),
      ...(writable
        ? []
        : ["The project's folder is read-only: Claude Code can look, but not change anything."]),
    ];
  }

  #explain(error: unknown, { projectPath }: SessionRecord): string {
    if (error instanceof LaunchError) return error.message;
    if (error instanceof TmuxError) return `${error.message}. ${error.hint}`;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOSPC")
      return "The disk is full: the task could not be written. Free some space and send it again.";
    this.#in.log.error({ err: error, projectPath }, "a launch failed");
    return `The session could not be prepared (${code ?? "see the log"}). Nothing was started.`;
  }
}

export function baseRef(session: string): string {
  return `refs/jama/${session}/base`;
}

async function checkFolder(path: string): Promise<void> {
  const there = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!there)
    throw new LaunchError(`The project's folder is gone: ${path}. Put it back, or name another project.`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
