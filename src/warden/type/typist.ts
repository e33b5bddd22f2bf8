/**
 * Types into a session: Escape, or a text as a prompt. Only after proving that Claude Code owns the pane (7); what
 * Jama does by itself, only while nobody is attached (6). A text counts as taken when Claude Code says so.
 */
import type { Observed } from "../evidence/observed.ts";
import { readScreen } from "../screen/readScreen.ts";
import type { Keyboard, TypingPane } from "../tmux/keyboard.ts";
import type { Tmux } from "../tmux/tmux.ts";
import { type ClaudesPaneInput, claudesPane, notRunning } from "./claudesPane.ts";
import { typable } from "./typable.ts";

/** The session as it is at each moment: what is seen of it goes on while it is typed into. */
export interface Typed {
  readonly record: { readonly folder: string };
  readonly seen: Pick<Observed, "turn" | "registry">;
}

/** On whose behalf: what nobody ordered waits until nobody looks. */
export type Orderer = "person" | "jama";

export type Typing =
  /** Escape was pressed, or Claude Code has taken the text as a prompt. */
  | { outcome: "done" }
  /** It works, and keeps the text for the next pause. */
  | { outcome: "queued" }
  /** `why` is for the person. The text may stand in the prompt box when `left` is set. */
  | { outcome: "refused"; why: string; left?: boolean };

export interface TypistInput extends ClaudesPaneInput {
  keyboard: Keyboard;
  tmux: Pick<Tmux, "screens">;
  /** How long Claude Code may take to say that it took a text; it came after 64 to 123 ms (measured). */
  takenMs?: number;
  wait(ms: number): Promise<void>;
}

const pollMs = 25;

export class Typist {
  readonly #in: TypistInput;

  constructor(input: TypistInput) {
    this.#in = input;
  }

  async escape(session: Typed, by: Orderer): Promise<Typing> {
    const ready = await this.#ready(session, by);
    if (ready.outcome !== "ready") return ready;
    await this.#in.keyboard.press(ready.pane.paneId, "Escape");
    return { outcome: "done" };
  }

  /** Gives it a prompt. An occupied prompt box is left alone: what stands there is somebody's. */
  async say(session: Typed, text: string, by: Orderer): Promise<Typing> {
    const prompt = typable(text);
    if (prompt.trim() === "") return { outcome: "refused", why: "there is nothing to say" };
    const ready = await this.#ready(session, by);
    if (ready.outcome !== "ready") return ready;
    const { paneId } = ready.pane;
    const typed = await this.#typed(paneId);
    if (typed !== "") {
      const why = typed === null ? "its prompt is not on the screen" : "there is text in its prompt box";
      return { outcome: "refused", why };
    }
    const before = session.seen.turn?.at;
    const { keyboard } = this.#in;
    if (!(await keyboard.paste(paneId, prompt))) return { outcome: "refused", why: notRunning };
    for (let tries = 0; tries < 2; tries++) {
      await keyboard.press(paneId, "Enter");
      if (await this.#isTaken(session, before)) return { outcome: "done" };
      // While it works some versions keep a text without a word: the empty box tells (2.1.197).
      if ((await this.#typed(paneId)) === "" && session.seen.registry?.status === "busy")
        return { outcome: "queued" };
    }
    return {
      outcome: "refused",
      why: "Claude Code did not take it; it may stand in its prompt box",
      left: true,
    };
  }

  async #ready(
    { record }: Typed,
    by: Orderer,
  ): Promise<{ outcome: "ready"; pane: TypingPane } | Extract<Typing, { outcome: "refused" }>> {
    const owned = await claudesPane(record.folder, this.#in);
    if (owned.kind === "refused") return { outcome: "refused", why: owned.why };
    const { pane } = owned;
    if (by === "jama" && pane.attached > 0) return { outcome: "refused", why: "somebody is attached to it" };
    if (pane.inMode) await this.#in.keyboard.leaveMode(pane.paneId);
    return { outcome: "ready", pane };
  }

  async #typed(paneId: string): Promise<string | null> {
    const screen = (await this.#in.tmux.screens([paneId])).get(paneId);
    return screen === undefined ? null : readScreen(screen).typed;
  }

  async #isTaken(session: Typed, before: number | undefined): Promise<boolean> {
    const { takenMs = 2_000, wait } = this.#in;
    for (let waited = 0; waited < takenMs; waited += pollMs) {
      const { turn } = session.seen;
      if (turn !== undefined && turn.at !== before && !turn.machine) return true;
      await wait(pollMs);
    }
    return false;
  }
}
