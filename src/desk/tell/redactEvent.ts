/** An event without secrets in what a session wrote or printed. Names and ids stay: buttons and folders need them. Pure. */
import type { SessionEvent } from "../../protocol/events.ts";
import { redact } from "../message/redact.ts";

/** Fields that hold free text, wherever in an event they stand. */
const free: ReadonlySet<string> = new Set([
  "lastMessage",
  "screen",
  "tail",
  "output",
  "ask",
  "tasks",
  "wakeUps",
  "error",
  "why",
  "notes",
  "command",
  "gitUnavailable",
]);

export function redactEvent(event: SessionEvent, secrets: readonly string[]): SessionEvent {
  const { session, ...rest } = event;
  return { ...inside(rest, secrets), session } as SessionEvent;
}

/** Goes down to the fields with free text. */
function inside<T>(value: T, secrets: readonly string[]): T {
  return mapped(value, (one, key) => (free.has(key) ? everywhere(one, secrets) : inside(one, secrets)));
}

function everywhere<T>(value: T, secrets: readonly string[]): T {
  if (typeof value === "string") return redact(value, secrets) as T;
  return mapped(value, (one) => everywhere(one, secrets));
}

/** The same shape with other leaves; the items of an array have no key. */
function mapped<T>(value: T, change: (one: unknown, key: string) => unknown): T {
  if (Array.isArray(value)) return value.map((one) => change(one, "")) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one, key)])) as T;
}
