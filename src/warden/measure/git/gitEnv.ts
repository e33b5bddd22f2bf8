/**
 * The environment and the settings every git call of ours gets. Git must neither ask, nor page, nor take the
 * person's locks, nor run what a repository may have configured (hooks, a file-system monitor); and an outer
 * git's variables (a hook that started us, a leftover GIT_DIR) must not send it to another repository.
 * Clean filters stay on: without them the content would not be what the person's own `git add` makes of it.
 */
const fixed: Readonly<Record<string, string>> = {
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_PAGER: "cat",
  GIT_LITERAL_PATHSPECS: "1",
  LC_ALL: "C",
};

const kept = /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|EXEC_PATH)$/;

/** Settings given before the subcommand, so that they win over those of the repository. */
export const gitSettings: readonly string[] = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.splitIndex=false",
  "core.safecrlf=false",
  "advice.addEmbeddedRepo=false",
  "maintenance.auto=false",
  "gc.auto=0",
].flatMap((setting) => ["-c", setting]);

/** The given environment without an outer git's variables, with ours. */
export function gitEnv(
  env: Readonly<Record<string, string | undefined>>,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && (!name.startsWith("GIT_") || kept.test(name))) clean[name] = value;
  }
  return { ...clean, ...fixed, ...extra };
}
