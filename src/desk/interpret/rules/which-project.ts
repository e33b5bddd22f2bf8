/** Which project is meant, from what was named and what else is known. Unsure rather than wrong. */
import type { Project } from "../../../protocol/project.ts";
import type { ProjectMeant } from "../interpretation.ts";
import type { Mention } from "./mentions.ts";
import type { Strength } from "./place.ts";

const order: readonly Strength[] = ["lead", "place", "bare", "compared"];

/** What the text itself says; `none` when it names no project, or only compares with one. */
export function namedProject(mentions: readonly Mention[], strengths: readonly Strength[]): ProjectMeant {
  for (const strength of order.slice(0, 3)) {
    const here = mentions.filter((_, index) => strengths[index] === strength);
    const slugs = [...new Set(here.map((mention) => mention.project))];
    const [only] = slugs;
    if (only === undefined) continue;
    const guessed = strength === "bare" && here.every((mention) => mention.slips > 0);
    if (slugs.length === 1 && !guessed) return { kind: "sure", slug: only };
    return { kind: "unsure", candidates: slugs };
  }
  return { kind: "none" };
}

/** For work that needs a project: the one named, else the only one, else any of them. */
export function projectForWork(named: ProjectMeant, projects: readonly Project[]): ProjectMeant {
  if (named.kind === "sure") return named;
  const [only] = projects;
  if (only === undefined) return { kind: "none" };
  if (projects.length === 1) return { kind: "sure", slug: only.slug };
  return named.kind === "unsure"
    ? named
    : { kind: "unsure", candidates: projects.map((project) => project.slug) };
}
