/** What a message was understood to mean. A value only: asking back and acting are others' work. */

/** Which project is meant. `candidates` are slugs, likeliest first, never empty. */
export type ProjectMeant =
  | { readonly kind: "sure"; readonly slug: string }
  | { readonly kind: "unsure"; readonly candidates: readonly string[] }
  | { readonly kind: "none" };

/** What the person wished about the way of working. */
export interface Wishes {
  /** As `claude --model` takes it: an alias such as `opus`, or a full model id. */
  readonly model?: string;
  readonly permissionMode?: PermissionMode;
}

/** As `claude --permission-mode` takes them (2.1.329). */
export const permissionModes = [
  "acceptEdits",
  "auto",
  "bypassPermissions",
  "manual",
  "dontAsk",
  "plan",
] as const;
export type PermissionMode = (typeof permissionModes)[number];

/** Why the rules answered although a model was meant to: worth telling the person. */
export type FallbackReason = "no-key" | "timeout" | "error" | "nonsense";

export interface Interpretation {
  /** The name of one of the specs given. */
  readonly intent: string;
  /** False: ask the person before doing anything that starts or ends work. */
  readonly sure: boolean;
  readonly project: ProjectMeant;
  /** The session meant: a live one, or the one replied to, whatever its state. Undefined: none, or not clear. */
  readonly session: string | undefined;
  /** The person's own words: a tail of the text, character for character. Empty when the intent needs none. */
  readonly task: string;
  readonly wishes: Wishes;
  readonly by: "model" | "rules";
  readonly fallback?: FallbackReason;
}
