/** The tmux adapter on a real server of its own. */
import { describe, expect, it, onTestFinished } from "vitest";
import { TmuxError } from "../../../src/warden/tmux/client.ts";
import { createTmux } from "../../../src/warden/tmux/tmux.ts";
import { TmuxServer } from "../../support/claude/tmux.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";

const path = process.env["PATH"] ?? "/usr/bin:/bin";

function openTmux(about: { sshHost?: string; env?: Record<string, string> } = {}) {
  const server = new TmuxServer();
  onTestFinished(() => server.kill());
  const env = about.env ?? { PATH: path, TERM: "xterm-256color", LANG: "C.UTF-8" };
  return { server, tmux: createTmux({ socket: server.socket, sshHost: about.sshHost, env }) };
}

const idle = ["sleep", "600"];

describe("tmux", () => {
  it("has nothing when no server runs, and that is no failure", async () => {
    const { tmux } = openTmux();
    expect(await tmux.listPanes()).toBeUndefined();
    expect(await tmux.capture("claude-a")).toBeUndefined();
    await tmux.killSession("claude-a");
  });

  it("2: that cannot tell has failed, which is not the same as having nothing", async () => {
    const { tmux, server } = openTmux();
    await tmux.newSession("claude-a", "/", idle);
    const mute = createTmux({
      socket: server.socket,
      sshHost: undefined,
      env: { PATH: path, TMUX_TMPDIR: "/dev/null" },
    });
    await expect(mute.listPanes()).rejects.toThrow(TmuxError);
    const none = createTmux({ socket: undefined, sshHost: undefined, env: { PATH: "/nowhere" } });
    await expect(none.listPanes()).rejects.toThrow("tmux is not installed");
  });

  it("lists every pane with its session, pid and lookers", async () => {
    const { tmux, server } = openTmux();
    await tmux.newSession("claude-a", "/", idle);
    await tmux.newSession("claude-b", "/", idle);
    await server.run("split-window", "-d", "-t", "=claude-b:", "sleep 600");
    const panes = (await tmux.listPanes()) ?? [];
    expect(panes.map((one) => one.session)).toEqual(["claude-a", "claude-b", "claude-b"]);
    expect(panes[0]).toEqual({
      session: "claude-a",
      paneId: expect.stringMatching(/^%\d+$/),
      tty: expect.stringMatching(/^\/dev\//),
      pid: await server.panePid("claude-a"),
      dead: false,
      attached: 0,
    });
  });

  it("names the sessions that a terminal is attached to, whatever else there is", async () => {
    const { tmux, server } = openTmux();
    expect(await tmux.attached()).toBeUndefined();
    await tmux.newSession("claude-a", "/", idle);
    await tmux.newSession("claude-b", "/", idle);
    expect([...((await tmux.attached()) ?? ["?"])].filter((name) => name !== "")).toEqual([]);
    const terminal = new TmuxServer();
    onTestFinished(() => terminal.kill());
    const attach = ["env", "-u", "TMUX", "tmux", "-L", server.socket, "attach", "-t", "=claude-b"];
    await terminal.start("desk", attach, "/");
    await waitFor(async () => (await tmux.attached())?.has("claude-b"));
    expect((await tmux.attached())?.has("claude-a")).toBe(false);
  });

  it("reads many screens with one program, and passes over a pane that is gone", async () => {
    const { tmux } = openTmux();
    for (const word of ["one", "two", "three"]) {
      await tmux.newSession(`claude-${word}`, "/", [
        "/bin/sh",
        "-c",
        `printf '\\033[2m${word}\\033[0m'; exec sleep 600`,
      ]);
    }
    const [one = "", two = "", three = ""] = ((await tmux.listPanes()) ?? []).map(({ paneId }) => paneId);
    await waitFor(async () =>
      [...(await tmux.screens([one, two, three])).values()].every((text) => text.includes("\u001b[2m")),
    );
    const shown = await tmux.screens([one, "%999", two, "%998", three]);
    expect([...shown.keys()]).toEqual([one, two, three]);
    expect(shown.get(one)?.startsWith("\u001b[2m")).toBe(true);
    expect(await tmux.screens([])).toEqual(new Map());
  });

  it("runs a program without a shell, in the folder that is named", async () => {
    const { tmux } = openTmux();
    const folder = await tempFolder();
    await tmux.newSession("claude-a", folder, [
      "/bin/sh",
      "-c",
      'pwd; printf "%s" "$1"; sleep 600',
      "x",
      "$(id) ; it's",
    ]);
    const screen = await waitFor(async () => {
      const text = await tmux.capture("claude-a");
      return text?.includes("it's") && text.includes("$(id)") && text;
    });
    expect(screen.replaceAll("\n", "")).toContain(folder);
  });

  it("1: means a session by its whole name, never by the beginning of one", async () => {
    const { tmux } = openTmux();
    await tmux.newSession("claude-a-2", "/", idle);
    expect(await tmux.capture("claude-a")).toBeUndefined();
    await tmux.killSession("claude-a");
    expect((await tmux.listPanes())?.map((one) => one.session)).toEqual(["claude-a-2"]);
    await tmux.killSession("claude-a-2");
    expect(await tmux.listPanes()).toBeUndefined();
  });

  it("9: refuses a second session of one name", async () => {
    const { tmux } = openTmux();
    await tmux.newSession("claude-a", "/", idle);
    await expect(tmux.newSession("claude-a", "/", idle)).rejects.toThrow(/duplicate session/);
  });

  it("4: names the command that attaches to that very session, also from another machine", async () => {
    const { tmux, server } = openTmux();
    expect(tmux.attachCommand("claude-a")).toBe(`tmux -L ${server.socket} attach -t claude-a`);
    const far = createTmux({ socket: undefined, sshHost: "me@desk", env: {} });
    expect(far.attachCommand("claude-a")).toBe("ssh me@desk -t tmux attach -t claude-a");
  });
});
