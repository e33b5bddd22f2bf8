/**
 * An action: one thing a person can have done, in one file: its /command, its words, its buttons, what it asks
 * of the warden, and how its answer looks. Every file in `actions/` is one; adding a
 * verb is adding a file.
 */
import type { Logger } from "../logger.ts";
import type { SessionEvent } from "../protocol/events.ts";
import type { Project } from "../protocol/project.ts";
import type { WardenPort } from "../protocol/warden.ts";
import type { Incoming } from "./inbox/incoming.ts";
import type { IntentSpec } from "./interpret/intent.ts";
import type { Interpretation } from "./interpret/interpretation.ts";
import type { Draft } from "./message/draft.ts";
import type { DeskState } from "./state/deskState.ts";

/** What an action may use. It talks to people only through `say` and `rewrite`. */
export interface Desk {
  warden: WardenPort;
  state: DeskState;
  actions: readonly Action[];
  /** Sends a message as the answer to what came in. The same `id` is said once. */
  say(
    to: Incoming,
    id: string,
    draft: Draft,
    options?: { session?: string; silent?: boolean },
  ): Promise<void>;
  /** Puts another text and other buttons into the message whose button was pressed. */
  rewrite(pressed: Incoming, draft: Draft): Promise<void>;
  /** Takes the buttons off the message whose button was pressed, and leaves its text. */
  dropButtons(pressed: Incoming): Promise<void>;
  log: Logger;
}

/** A request in words or by command. `words` is what follows the command, or the person's whole text. */
export interface Request {
  incoming: Incoming;
  words: string;
  /** The session whose message was replied to. */
  repliedTo: string | undefined;
  /** Absent when it came as a command. */
  interpretation?: Interpretation;
  projects: readonly Project[];
}

export interface Pressed {
  incoming: Incoming;
  verb: string;
  argument: string;
}

export interface Action {
  readonly name: string;
  /** Its entry in the command menu. */
  readonly command?: string;
  /** How plain words are known to mean it. */
  readonly intent?: IntentSpec;
  run?(request: Request, desk: Desk): Promise<void>;
  press?(pressed: Pressed, desk: Desk): Promise<void>;
  /** Events of the warden that it keeps an eye on, such as to drop buttons that mean nothing any more. */
  heard?(event: SessionEvent, desk: Desk): Promise<void>;
}
