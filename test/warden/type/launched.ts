/** A session's launch.sh in a real tmux, with a stand-in for Claude Code. */
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { readIdentity } from "../../../src/warden/processes/identity.ts";
import { linuxProcesses } from "../../../src/warden/processes/linux.ts";
import { createKeyboard } from "../../../src/warden/tmux/keyboard.ts";
import { endProcesses } from "../../support/claude/processes.ts";
import { TmuxServer } from "../../support/claude/tmux.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { sessionName, setStage } from "../launch/launched.ts";

/** `ending`: what the stand-in is, as a shell script. Resolves when it runs. */
export async function launchInTmux(ending: string) {
  const path = process.env["PATH"] ?? "/usr/bin:/bin";
  const { folder } = await setStage({ ending, environment: { PATH: path, HOME: "/", LANG: "C.UTF-8" } });
  const server = new TmuxServer();
  onTestFinished(() => server.kill());
  const marked = { name: sessionName, folder };
  onTestFinished(() =>
    endProcesses(async () => (await linuxProcesses.withMarker(marked)).map((one) => one.pid)),
  );
  const env = { PATH: path, TERM: "xterm-256color", LANG: "C.UTF-8" };
  const keyboard = createKeyboard({ socket: server.socket, sshHost: undefined, env });
  await server.start(sessionName, ["/bin/sh", join(folder, "launch.sh")], folder);
  const claude = await waitFor(() => readIdentity(folder, "claude"));
  return { folder, server, keyboard, claude };
}
