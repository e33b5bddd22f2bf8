/** Reads a text the way the interpreter does, for tests of its parts. */
import { leading } from "../../../../src/desk/interpret/rules/leading.ts";
import { matchingForm } from "../../../../src/desk/interpret/rules/matching-form.ts";
import {
  projectMentions,
  sessionMentions,
  withoutOverlap,
} from "../../../../src/desk/interpret/rules/mentions.ts";
import { strengths } from "../../../../src/desk/interpret/rules/place.ts";
import { namedProject } from "../../../../src/desk/interpret/rules/which-project.ts";
import { wordsOf } from "../../../../src/desk/interpret/rules/words.ts";
import type { Project } from "../../../../src/protocol/project.ts";

const project = (slug: string, ...aliases: string[]): Project => ({
  slug,
  name: slug,
  aliases,
  description: "",
});
const projects = [
  project("webapp", "Web App", "frontend"),
  project("api", "backend"),
  project("blog", "ブログ"),
  project("pipeline"),
];
const sessions = [{ name: "claude-webapp-20260303-142000", project: "webapp", state: "working" as const }];

/** Everything the rules read from a text before they decide. */
export function read(text: string) {
  const words = wordsOf(text);
  const mentions = withoutOverlap([
    ...sessionMentions(words, sessions),
    ...projectMentions(text, words, projects),
  ]);
  return {
    mentions,
    strengths: strengths(text, words, mentions),
    project: namedProject(mentions, strengths(text, words, mentions)),
    form: matchingForm(text, words, mentions),
    task: text.slice(leading(text, words, mentions).from),
  };
}
