/**
 * Buttons and what they carry: `<action>.<verb>:<argument>`. Session names are too long for the 64 bytes that
 * Telegram allows, so an argument is a short token of the name: nothing has to be remembered for it.
 */
import { createHash } from "node:crypto";
import type { Button } from "./draft.ts";

export interface Press {
  action: string;
  verb: string;
  argument: string;
}

export function press(label: string, to: Press, style?: "danger" | "success" | "primary"): Button {
  const data = `${to.action}.${to.verb}:${to.argument}`;
  return { kind: "press", label, data, ...(style ? { style } : {}) };
}

export function parsePress(data: string): Press | undefined {
  const match = /^([a-z-]+)\.([a-z-]+):(.*)$/.exec(data);
  if (!match) return undefined;
  const [, action = "", verb = "", argument = ""] = match;
  return { action, verb, argument };
}

/** 60 bits: enough to tell the sessions of one machine apart. */
export function tokenOf(session: string): string {
  return createHash("sha256").update(session).digest("base64url").slice(0, 10);
}
