/** Who pressed Escape through Jama, as a session's journal keeps it among what was done. Pure. */

type Presser = "person" | "guardian";

/** `id` names the order, or the standstill. */
export function pressedKey(by: Presser, id: string | number, at: number): string {
  return `pressed:${by}:${id}@${at}`;
}

/** When it was pressed for that; undefined when it was not. */
export function pressedAt(done: ReadonlySet<string>, by: Presser, id: string | number): number | undefined {
  const key = [...done].find((one) => one.startsWith(`pressed:${by}:${id}@`));
  return key === undefined ? undefined : Number(key.slice(key.lastIndexOf("@") + 1));
}

/** Who pressed it last, at or after that time. */
export function whoPressed(done: ReadonlySet<string>, since: number): Presser | undefined {
  const last = (by: Presser) =>
    Math.max(
      since - 1,
      ...[...done]
        .filter((key) => key.startsWith(`pressed:${by}:`))
        .map((key) => Number(key.slice(key.lastIndexOf("@") + 1))),
    );
  const [person, guardian] = [last("person"), last("guardian")];
  if (Math.max(person, guardian) < since) return undefined;
  return person >= guardian ? "person" : "guardian";
}
