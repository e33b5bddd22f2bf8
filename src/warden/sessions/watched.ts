/** A session that the supervisor watches, with what is heard of it. */
import type { Mailbox } from "../evidence/mailbox.ts";
import type { RegistryEntry } from "../evidence/registry.ts";
import type { LiveSession } from "./liveSession.ts";

export interface Watched {
  session: LiveSession;
  mailbox: Mailbox;
  /** All mail of before is read: the registry's word of now would else be judged with half of it. */
  isReadUp: boolean;
  /** The registry's words are taken one after the other. */
  heard: Promise<void>;
  /** The newest of them: the sweep brings it again and again. */
  lastEntry?: RegistryEntry;
  /** The next look that does not wait for the sweep, and when it is due. */
  timer?: NodeJS.Timeout;
  due?: number;
}
