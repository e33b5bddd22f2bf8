/** The score as lines to print. */
import { isRight, type Mark } from "./score.ts";

/** Shares from 0 to 1, over all sentences given. */
export function shares(marks: readonly Mark[]) {
  const share = (right: (one: Mark) => boolean): number =>
    marks.filter(right).length / Math.max(1, marks.length);
  return {
    intent: share((one) => one.intent),
    project: share((one) => one.project),
    task: share((one) => one.task),
    all: share(isRight),
    session: share((one) => one.session),
    wishes: share((one) => one.wishes),
  };
}

/** One line of shares. */
export function summary(title: string, marks: readonly Mark[]): string {
  const parts = Object.entries(shares(marks)).map(([name, share]) => `${name} ${(share * 100).toFixed(1)} %`);
  const dangerous = marks.filter((one) => one.dangerous).length;
  return `${title} (${marks.length} sentences): ${parts.join(", ")}; dangerous ${dangerous}`;
}

/** One line per sentence that was not understood. */
export function misses(marks: readonly Mark[]): string[] {
  return marks
    .filter((one) => !isRight(one) || !one.session || !one.wishes || one.dangerous)
    .map((one) => {
      const { got } = one;
      const wrong = (["intent", "project", "task", "session", "wishes"] as const).filter(
        (part) => !one[part],
      );
      const { intent, sure, project, session, task, wishes } = got;
      return `${one.dangerous ? "DANGER " : ""}${one.case.file}: ${JSON.stringify(one.case.text)} wrong: ${wrong.join(", ")}; got ${JSON.stringify({ intent, sure, project, session, task, wishes })}`;
    });
}
