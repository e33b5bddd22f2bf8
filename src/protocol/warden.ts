/** The warden as the desk sees it: the one interface between the halves. Other transports can carry it later. */
import type {
  CheckReply,
  InterruptCommand,
  InterruptReply,
  JudgeCommand,
  LaunchCommand,
  LaunchReply,
  ResumeCommand,
  ResumeReply,
  SessionStatus,
  StopCommand,
  StopReply,
} from "./commands.ts";
import type { SessionEvent } from "./events.ts";
import type { Explanation } from "./explanation.ts";
import type { GoOnCommand, GoOnReply } from "./goOn.ts";
import type { Leftover } from "./leftover.ts";
import type { Notice } from "./notice.ts";
import type { Project } from "./project.ts";
import type { SessionView } from "./session.ts";

/** Taking an event means resolving: it is then gone for good. One that rejects comes again later. */
export type EventListener = (event: SessionEvent) => Promise<void>;
export type NoticeListener = (notice: Notice) => Promise<void>;

/** Everything the desk can do with the warden. */
export interface WardenPort {
  projects(): Promise<Project[]>;
  /** Live sessions first, newest first; ended ones only when asked for. */
  sessions(filter?: { ended?: boolean }): Promise<SessionView[]>;
  status(session: string): Promise<SessionStatus | undefined>;
  /** Looks once more, and says why its state is what it is; undefined when nothing is kept of it any more. */
  explain(session: string): Promise<Explanation | undefined>;
  launch(command: LaunchCommand): Promise<LaunchReply>;
  resume(command: ResumeCommand): Promise<ResumeReply>;
  interrupt(command: InterruptCommand): Promise<InterruptReply>;
  goOn(command: GoOnCommand): Promise<GoOnReply>;
  stop(command: StopCommand): Promise<StopReply>;
  judge(command: JudgeCommand): Promise<void>;
  /** The whole task of a session, as it was given; undefined when it is not kept any more. */
  task(session: string): Promise<string | undefined>;
  /** Ends what an ended session left running. What could not be ended comes back. */
  endLeftovers(session: string): Promise<Leftover[]>;
  /** Hands over every event that is not taken yet, oldest first, and every later one, until closed. */
  subscribe(listener: EventListener): void;
  /** The same for what is about no session. */
  notices(listener: NoticeListener): void;
  /** Has the installed Claude Code checked; a notice tells what came of it. */
  check(): CheckReply;
}
