/** The journal keeps what says something new, and all that a verdict could hang on. */
import { describe, expect, it } from "vitest";
import { isNews } from "../../../src/warden/evidence/news.ts";
import * as s from "../judge/situation.ts";

describe("news", () => {
  const seen = s.fold([...s.atWork, s.registry(1_000, "idle"), s.tmux(1_000), s.log(1_000), s.screen(1_000)]);

  it("is a registry entry only when it changed", () => {
    const same = { ...s.registry(1_000, "idle"), at: s.t0 + 9_000 };
    expect(isNews(same, seen)).toBe(false);
    expect(isNews(s.registry(9_000, "idle"), seen)).toBe(true);
  });

  it("is a round of tmux only when something about it is another", () => {
    expect(isNews(s.tmux(9_000), seen)).toBe(false);
    for (const change of [{ attached: 1 }, { panes: 2 }, { dead: true }, { present: false }]) {
      expect(isNews(s.tmux(9_000, change), seen)).toBe(true);
    }
  });

  it("is the log's growth twice a minute at most", () => {
    expect(isNews(s.log(30_999), seen)).toBe(false);
    expect(isNews(s.log(31_000), seen)).toBe(true);
  });

  it("is a screen when its prompt or its dialog is another", () => {
    expect(isNews(s.screen(9_000), seen)).toBe(false);
    expect(isNews(s.screen(9_000, "half"), seen)).toBe(true);
    expect(isNews(s.screen(9_000, null), seen)).toBe(true);
    expect(isNews(s.screen(9_000, "", "Login needed"), seen)).toBe(true);
  });

  it("is a screen from which something is counted anew, though it shows the same", () => {
    const menu = (ms: number) => s.screen(ms, null, null, { menu: true });
    const answered = s.hook(2_000, { event: "answered", tool: "AskUserQuestion" });
    expect(isNews(s.screen(9_000), s.fold([...s.atWork, s.screen(1_000), s.prompt(2_000)]))).toBe(true);
    expect(isNews(menu(9_000), s.fold([...s.atWork, menu(1_000), answered]))).toBe(true);
    expect(isNews(menu(9_000), s.fold([...s.atWork, menu(1_000)]))).toBe(false);
    expect(isNews(s.screen(9_000), s.fold([...s.atWork, s.screen(1_000), s.permission(2_000)]))).toBe(true);
  });

  it("is every hook, exit, order and word of the desk", () => {
    for (const one of [s.stop(1), s.exit(1, 0), s.order(1, "stop"), s.judged(1, "x", "hold"), s.end(1)]) {
      expect(isNews(one, seen)).toBe(true);
    }
  });
});
