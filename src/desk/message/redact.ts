/** What a session prints may hold secrets: they are blotted out before it is sent or given to a model. Pure. */

const patterns: readonly RegExp[] = [
  // Not inside a longer word: a session of a project "sk-learn" is called claude-sk-learn-20260303-142000.
  /(?<![\w-])sk-ant-[\w-]{16,}/g,
  /(?<![\w-])sk-(?=[\w-]*\d)[\w-]{20,}/g,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/g,
  /\bgithub_pat_\w{30,}/g,
  /\bglpat-[\w-]{20,}/g,
  /\bxox[abprs]-[\w-]{10,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bAIza[\w-]{35}\b/g,
  /\b\d{8,10}:[\w-]{35}\b/g,
  /\bey[JK][\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

const blot = "[secret]";

/** `secrets` are Jama's own: they go wherever they stand. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((one) => one.length >= 8)
    .reduce((rest, one) => rest.replaceAll(one, blot), text);
  return patterns.reduce((rest, pattern) => rest.replaceAll(pattern, blot), known);
}
