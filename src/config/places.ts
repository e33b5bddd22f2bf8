/** Where things are, for commands that need neither a token nor any other setting. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export interface Places {
  /** JAMA_HOME. */
  home: string;
  /** CLAUDE_BIN. */
  claudeBin: string;
}

/** As the settings have them. */
export function readPlaces(env: Readonly<Record<string, string | undefined>>): Places {
  const userHome = env["HOME"] ?? homedir();
  const home = env["JAMA_HOME"]?.trim() ? env["JAMA_HOME"] : join(userHome, ".jama");
  const claudeBin = env["CLAUDE_BIN"]?.trim() ? env["CLAUDE_BIN"] : "claude";
  return { home: resolve(home.replace(/^~(?=\/|$)/, userHome)), claudeBin };
}
