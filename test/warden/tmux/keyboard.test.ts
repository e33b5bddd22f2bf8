/** tmux as a keyboard, on a real server of its own. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { TmuxError } from "../../../src/warden/tmux/client.ts";
import { createKeyboard } from "../../../src/warden/tmux/keyboard.ts";
import { TmuxServer } from "../../support/claude/tmux.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { tempFolder } from "../../support/host/temp.ts";

const path = process.env["PATH"] ?? "/usr/bin:/bin";

/** A pane whose program asks for bracketed pastes and keeps every byte that comes. */
async function setUp(options: { bracketed?: boolean } = {}) {
  const server = new TmuxServer();
  onTestFinished(() => server.kill());
  const keyboard = createKeyboard({
    socket: server.socket,
    sshHost: undefined,
    env: { PATH: path, TERM: "xterm-256color", LANG: "C.UTF-8" },
  });
  const file = join(await tempFolder(), "bytes");
  const ask = options.bracketed === false ? "" : "printf '\\033[?2004h';";
  await server.start("a", ["/bin/sh", "-c", `stty raw -echo; ${ask} echo ready; cat > "$0"`, file], "/");
  await waitFor(async () => (await server.capture("a")).includes("ready"));
  const pane = async () => (await keyboard.panes())[0];
  const bytes = (wanted: string | RegExp) =>
    waitFor(
      async () => {
        const text = await readFile(file, "utf8").catch(() => "");
        return (typeof wanted === "string" ? text.includes(wanted) : wanted.test(text)) && text;
      },
      { seen: () => readFile(file, "utf8").catch(String) },
    );
  return { server, keyboard, pane, bytes, id: (await pane())?.paneId ?? "" };
}

describe("the keyboard", () => {
  it("pastes a text as one, newlines as they are, and presses Enter apart from it", async () => {
    const { keyboard, bytes, id } = await setUp();
    const text = "first `$HOME`\nsecond 'line'; kill-server ü 🚀";
    expect(await keyboard.paste(id, text)).toBe(true);
    await keyboard.press(id, "Enter");
    expect(await bytes(/\r$/)).toBe(`\u001b[200~${text}\u001b[201~\r`);
  });

  it("takes a text that is longer than an argument may be, and leaves no buffer behind", async () => {
    const { keyboard, bytes, server, id } = await setUp({ bracketed: false });
    const text = `${"x".repeat(200_000)}end`;
    await keyboard.paste(id, text);
    expect(await bytes("end")).toBe(text);
    expect(await server.run("list-buffers")).toBe("");
  });

  it("1: ends no server by pasting into what has ended there", async () => {
    const { keyboard, pane, server, id } = await setUp();
    await server.run("set-option", "-t", "=a:", "remain-on-exit", "on");
    process.kill((await pane())?.pid ?? 0, "SIGKILL");
    await waitFor(async () => (await pane())?.dead);
    expect(await keyboard.paste(id, "a text")).toBe(false);
    expect(await pane()).toMatchObject({ paneId: id, dead: true });
    expect(await server.run("list-buffers")).toBe("");
  });

  it("presses Escape as that one key", async () => {
    const { keyboard, bytes, id } = await setUp();
    await keyboard.press(id, "Escape");
    expect(await bytes("\u001b")).toBe("\u001b");
  });

  it("7: sees copy mode, and leaves it so that keys reach the program", async () => {
    const { keyboard, pane, server, bytes, id } = await setUp();
    expect(await pane()).toMatchObject({ inMode: false, dead: false, attached: 0, synchronized: false });
    await server.run("copy-mode", "-t", id);
    expect(await pane()).toMatchObject({ inMode: true });
    await keyboard.leaveMode(id);
    expect(await pane()).toMatchObject({ inMode: false });
    await keyboard.press(id, "Enter");
    await bytes("\r");
  });

  it("7: sees that what is typed would go to several panes", async () => {
    const { pane, server } = await setUp();
    await server.run("split-window", "-d", "-t", "=a:", "sleep 600");
    await server.run("set-option", "-w", "-t", "=a:", "synchronize-panes", "on");
    expect(await pane()).toMatchObject({ synchronized: true });
  });

  it("6: counts who looks at a pane through any session that shows it", async () => {
    const { keyboard, server } = await setUp();
    await server.run("new-session", "-d", "-t", "=a", "-s", "b");
    const viewer = new TmuxServer();
    onTestFinished(() => viewer.kill());
    await viewer.start("v", ["env", "-u", "TMUX", "tmux", "-L", server.socket, "attach", "-t", "=b"], "/");
    const panes = await waitFor(async () => {
      const all = await keyboard.panes();
      return all.some((one) => one.attached > 0) && all;
    });
    expect(panes).toHaveLength(1);
    expect(panes[0]?.attached).toBe(1);
  });

  it("2: has no panes without a server, and fails where a pane is gone", async () => {
    const { keyboard, server, id } = await setUp();
    await server.run("kill-session", "-t", "=a");
    expect(await keyboard.panes()).toEqual([]);
    await expect(keyboard.press(id, "Enter")).rejects.toThrow(TmuxError);
  });
});
