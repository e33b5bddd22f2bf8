/** Who is attached when something is told: a ping is silent for somebody who sees the terminal, and for nobody else. */
import { describe, expect, it } from "vitest";
import { viewNow } from "../../../src/warden/sessions/viewNow.ts";
import type { PaneInfo } from "../../../src/warden/tmux/tmux.ts";
import * as s from "../judge/situation.ts";

const about = { paneId: "%1", dead: false, pid: 7, tty: "/dev/null" };

/** What is told of a session that the sweep saw so many attached to, when tmux has these panes. */
async function attached(sweepSaw: number, panes: Pick<PaneInfo, "session" | "attached">[], renamed = "") {
  let asked = 0;
  const view = {
    ...{ name: "one", project: "webapp", createdAt: s.t0, task: "", origin: "" },
    attached: sweepSaw,
  };
  const seen = s.fold([...s.atWork, s.tmux(900, { attached: sweepSaw, renamed })]);
  const tmux = {
    listPanes: async () => {
      asked += 1;
      if (panes.length === 0) throw new Error("no answer");
      return panes.map((pane) => ({ ...about, ...pane }));
    },
  };
  const session = { view: { ...view, state: "working" as const, detail: "", since: s.t0 }, seen };
  return { attached: (await viewNow(session, tmux)).attached, asked };
}

describe("6: somebody who was attached at the last sweep", () => {
  it("and has left since is attached no more", async () => {
    const panes = [
      { session: "one", attached: 0 },
      { session: "two", attached: 3 },
    ];
    expect((await attached(1, panes)).attached).toBe(0);
  });

  it("is still there when tmux says so, by the session's present name", async () => {
    expect((await attached(1, [{ session: "one", attached: 2 }])).attached).toBe(2);
    expect((await attached(1, [{ session: "other", attached: 0 }], "other")).attached).toBe(0);
  });

  it("counts as there when tmux does not tell", async () => {
    expect((await attached(1, [])).attached).toBe(1);
    expect((await attached(1, [{ session: "two", attached: 0 }])).attached).toBe(1);
  });

  it("was nobody: tmux is not asked", async () => {
    expect(await attached(0, [{ session: "one", attached: 1 }])).toEqual({ attached: 0, asked: 0 });
  });
});
