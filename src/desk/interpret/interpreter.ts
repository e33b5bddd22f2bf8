/** The one thing the rest of the desk needs of this folder: text in, meaning out. */
import type { Project } from "../../protocol/project.ts";
import type { SessionView } from "../../protocol/session.ts";
import type { Interpretation } from "./interpretation.ts";

/** A session as the interpreter may know it: nothing in here was written by the session. */
export type SessionInContext = Pick<SessionView, "name" | "project" | "state">;

export interface InterpretRequest {
  /** The person's message, untouched. */
  readonly text: string;
  readonly projects: readonly Project[];
  /** Live sessions only, newest first. */
  readonly sessions: readonly SessionInContext[];
  /** Name of the session whose message was replied to; it may have ended. */
  readonly repliedTo?: string;
}

export interface Interpreter {
  /** Never throws for what a person can type or a model can answer. */
  interpret(request: InterpretRequest): Promise<Interpretation>;
}
