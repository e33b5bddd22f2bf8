/** 7: nothing is typed where it is not proven that Claude Code listens: real launch.sh, script and tmux. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linuxProcesses as processes } from "../../../src/warden/processes/linux.ts";
import { claudesPane } from "../../../src/warden/type/claudesPane.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { sessionName } from "../launch/launched.ts";
import { launchInTmux } from "./launched.ts";

type Launched = Awaited<ReturnType<typeof launchInTmux>>;

async function owned({ folder, keyboard }: Launched) {
  return claudesPane(folder, { processes, keyboard });
}

/** Once it says so: the stand-in takes a moment to become what it is. */
async function refuses(launched: Launched, says: RegExp): Promise<string> {
  return waitFor(
    async () => {
      const result = await owned(launched);
      return result.kind === "refused" && says.test(result.why) && result.why;
    },
    { seen: async () => JSON.stringify(await owned(launched)) },
  );
}

describe("7: Claude Code's pane", () => {
  it("is the one that runs the session's launch.sh, whatever else is in that session", async () => {
    const launched = await launchInTmux("exec cat");
    const { server } = launched;
    const id = await server.run("display-message", "-p", "-t", `=${sessionName}:`, "#{pane_id}");
    await server.run("split-window", "-t", `=${sessionName}:`, "sleep 600");
    await server.run("rename-session", "-t", `=${sessionName}`, "mine");
    expect(await owned(launched)).toMatchObject({ kind: "owned", pane: { paneId: id } });
  });

  it("is nobody's when another program has its terminal, such as an editor that it opened", async () => {
    await refuses(await launchInTmux("exec bash -mc 'sleep 600; true'"), /something else/);
  });

  it("is nobody's while Claude Code is stopped", async () => {
    const launched = await launchInTmux("exec cat");
    await waitFor(async () => (await owned(launched)).kind === "owned");
    process.kill(launched.claude.pid, "SIGSTOP");
    await refuses(launched, /something else/);
  });

  it("is nobody's when Claude Code has ended, though a shell holds the pane open", async () => {
    const launched = await launchInTmux("exec cat");
    const { server, claude } = launched;
    await server.run("set-option", "-t", `=${sessionName}:`, "remain-on-exit", "on");
    process.kill(claude.pid, "SIGKILL");
    await refuses(launched, /does not run|terminal is gone/);
    await waitFor(async () =>
      server.run("respawn-pane", "-t", `=${sessionName}:`, "/bin/sh").then(
        () => true,
        () => false,
      ),
    );
    await refuses(launched, /does not run|terminal is gone/);
  });

  it("is nobody's when the tmux session is gone and Claude Code lives on", async () => {
    const launched = await launchInTmux("trap '' HUP; exec sleep 600");
    await launched.server.run("kill-session", "-t", `=${sessionName}`);
    await refuses(launched, /terminal is gone|does not run/);
  });

  it("is nobody's when the pid belongs to another process by now, or nobody wrote it down", async () => {
    const launched = await launchInTmux("exec cat");
    const find = async (pids: readonly number[]) =>
      (await processes.find(pids)).map((one) => ({ ...one, start: `${Number(one.start) + 1}` }));
    const { folder, keyboard } = launched;
    const refused = await claudesPane(folder, { processes: { ...processes, find }, keyboard });
    expect(refused).toMatchObject({ kind: "refused", why: "Claude Code does not run any more" });
    await rm(join(folder, "started", "claude"));
    await refuses(launched, /not known yet/);
  });

  it("is refused when what is typed would go to other panes too", async () => {
    const launched = await launchInTmux("exec cat");
    const { server } = launched;
    await server.run("split-window", "-d", "-t", `=${sessionName}:`, "sleep 600");
    await server.run("set-option", "-w", "-t", `=${sessionName}:`, "synchronize-panes", "on");
    await refuses(launched, /other panes too/);
  });
});
