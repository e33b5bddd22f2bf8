/** `claude-<project-slug>-<YYYYMMDD-HHMMSS>`, in local time: what `tmux list-sessions` shows at a glance. */

/** The first name not taken: a suffix `-2`, `-3` follows when a session began in the same second. */
export function sessionName(slug: string, now: Date, taken: (name: string) => boolean): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  const plain = `claude-${slug}-${day}-${time}`;
  let name = plain;
  for (let next = 2; taken(name); next++) name = `${plain}-${next}`;
  return name;
}
