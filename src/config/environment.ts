/** The one place that reads the process's own environment, and the `.env` file beside it. */
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { config } from "dotenv";
import type { Env } from "./settings.ts";

/** The process's environment, with `.env` of the working folder under it: what is set outside wins. */
export function readEnvironment(folder: string): Env {
  const fromFile: Record<string, string> = {};
  const { error } = config({ path: resolve(folder, ".env"), processEnv: fromFile, quiet: true });
  if (error && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return { ...fromFile, ...process.env };
}

/** Who the bot runs as: what a login shell is started with. The passwd entry speaks where variables are missing. */
export interface HostUser {
  name: string;
  home: string;
  shell: string;
}

export function hostUser(env: Env): HostUser {
  const passwd = userInfo();
  return {
    name: env["USER"] ?? passwd.username,
    home: env["HOME"] ?? passwd.homedir,
    shell: env["SHELL"] ?? passwd.shell ?? "/bin/sh",
  };
}
