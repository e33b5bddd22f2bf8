/** A command that does nothing for so many seconds: Claude Code refuses a long `sleep` in the foreground (FACTS). */
export function wait(seconds: number): string {
  return `'${process.execPath.replaceAll("'", "'\\''")}' -e 'setTimeout(() => {}, ${seconds * 1_000})'`;
}
