/** Writes a session's folder: everything that `launch.sh` needs, on disk before tmux is called. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SessionRecord } from "../journal/record.ts";
import { hookSettings } from "./hookSettings.ts";
import { launchScript } from "./launchScript.ts";
import { asShellExports } from "./sessionEnvironment.ts";

export interface FolderInput {
  record: SessionRecord;
  task: string;
  environment: Readonly<Record<string, string>>;
  claudeBin: string;
  /** The text appended to Claude Code's system prompt. */
  systemPrompt: string;
  shell: string;
  platform: "linux" | "darwin";
}

/** Linux takes at most 128 KiB for one argument (MAX_ARG_STRLEN); 140 kB failed when tried (FACTS). */
const maxArgumentBytes = 100_000;

/** The folders, before anything else of the session: its mailbox and what is open to Claude. */
export async function makeFolder(folder: string): Promise<void> {
  for (const name of ["events", "replies", "work/artifacts"]) {
    await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  }
}

export async function writeFolder(input: FolderInput): Promise<void> {
  const { record, task } = input;
  const { folder } = record;
  const isLong = Buffer.byteLength(task) > maxArgumentBytes;
  const longTask = join(folder, "work", "task.md");
  const files: Record<string, string> = {
    "task.md": task,
    "settings.json": JSON.stringify(hookSettings(record), null, 2),
    "session.md": input.systemPrompt,
    "environment.sh": asShellExports(input.environment),
    "launch.sh": launchScript({
      folder,
      projectPath: record.projectPath,
      claudeBin: input.claudeBin,
      claudeArgs: claudeArguments(record),
      taskInstead: isLong
        ? `Your task is in the file ${longTask}. Read the whole of it, then do it.`
        : undefined,
      session: record.name,
      shell: input.shell,
      platform: input.platform,
    }),
    ...(isLong ? { "work/task.md": task } : {}),
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content, { mode: 0o600, flush: true });
  }
  await chmod(join(folder, "launch.sh"), 0o700);
}

function claudeArguments(record: SessionRecord): string[] {
  const { folder, claudeId, permissionMode, model, mcpConfig, resumes } = record;
  return [
    ...[resumes ? "--resume" : "--session-id", claudeId],
    ...["--settings", join(folder, "settings.json")],
    ...["--append-system-prompt-file", join(folder, "session.md")],
    ...["--permission-mode", permissionMode],
    ...(model === undefined ? [] : ["--model", model]),
    ...(mcpConfig === undefined ? [] : ["--mcp-config", mcpConfig]),
  ];
}
