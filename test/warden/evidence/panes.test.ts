/** A pane that goes is known at once, by its terminal's device. */
import { afterEach, describe, expect, it } from "vitest";
import { PaneWatch } from "../../../src/warden/evidence/panes.ts";
import { TmuxServer } from "../../support/claude/tmux.ts";
import { waitFor } from "../../support/claude/wait.ts";

const tmux = new TmuxServer({ PATH: process.env["PATH"] ?? "" });
afterEach(() => tmux.kill());

async function watched() {
  const gone: string[] = [];
  const watch = new PaneWatch((session) => gone.push(session));
  for (const name of ["one", "two"]) {
    await tmux.start(name, ["/bin/sh", "-c", "trap : HUP; sleep 60 & wait; wait"], "/");
    const tty = await tmux.run("display-message", "-p", "-t", `=${name}:`, "#{pane_tty}");
    watch.know(name, tty.trim());
  }
  return { gone, watch };
}

describe.runIf(process.platform === "linux")("2, 3: a pane", () => {
  it("that is closed is told, and no other", async () => {
    const { gone, watch } = await watched();
    await tmux.run("kill-session", "-t", "=one");
    await waitFor(async () => gone.length > 0);
    expect(gone).toEqual(["one"]);
    watch.close();
  });

  it("is told when the whole server goes", async () => {
    const { gone, watch } = await watched();
    await tmux.run("kill-server");
    await waitFor(async () => gone.length > 1);
    expect(gone.sort()).toEqual(["one", "two"]);
    watch.close();
  });

  it("that nobody watches any more is not told", async () => {
    const { gone, watch } = await watched();
    watch.forget("one");
    await tmux.run("kill-server");
    await waitFor(async () => gone.length > 0);
    expect(gone).toEqual(["two"]);
    watch.close();
  });
});
