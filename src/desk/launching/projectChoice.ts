/** Projects as buttons to choose from: as many as a person can look through, and a word on the others. */
import type { Project } from "../../protocol/project.ts";
import { clip } from "../message/compose.ts";
import type { Button } from "../message/draft.ts";
import { type Press, press } from "../message/press.ts";

const labelLength = 40;
/** More than this many buttons is a list to type from, not to tap. */
const maxChoices = 24;

export interface ProjectChoice {
  /** Two in a row. */
  rows: Button[][];
  /** What to do for a project that has no button; empty when every one has. */
  hint: string;
}

/** `pressed` says what tapping a project means. */
export function projectChoice(
  projects: readonly Project[],
  pressed: (project: Project) => Press,
): ProjectChoice {
  const buttons = projects
    .slice(0, maxChoices)
    .map((one) => press(clip(one.name, labelLength), pressed(one)));
  const hint = projects.length > maxChoices ? "Tap one, or send it again with the project's name." : "";
  return { rows: pairs(buttons), hint };
}

function pairs(buttons: readonly Button[]): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );
}
