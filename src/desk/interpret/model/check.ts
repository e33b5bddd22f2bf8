/**
 * What the model answered, held against what is known. It can choose only among what exists; where the
 * person's own words, read by the rules, say otherwise, nothing is sure.
 */
import type { IntentSpec } from "../intent.ts";
import type { Interpretation, ProjectMeant, Wishes } from "../interpretation.ts";
import type { InterpretRequest } from "../interpreter.ts";
import { projectOfSession } from "../rules/which-session.ts";
import type { Answer } from "./schema.ts";
import { taskOf } from "./task-of.ts";

export type Checked =
  | { readonly kind: "meaning"; readonly meaning: Interpretation }
  | { readonly kind: "nonsense"; readonly why: string };

/** `rules` is what the rules make of the same request. */
export function checkAnswer(
  answer: Answer,
  request: InterpretRequest,
  intents: readonly IntentSpec[],
  rules: Interpretation,
): Checked {
  const intent = intents.find((one) => one.name === answer.intent);
  if (intent === undefined) return { kind: "nonsense", why: `unknown intent ${answer.intent}` };
  if (answer.project !== null && !isProject(answer.project, request)) {
    return { kind: "nonsense", why: `unknown project ${answer.project}` };
  }
  if (answer.session !== null && !isSession(answer.session, request)) {
    return { kind: "nonsense", why: `unknown session ${answer.session}` };
  }

  const session = sessionOf(intent, answer, request);
  const ofSession = projectOfSession(session, request);
  const wantsTask = intent.needs === "task" || intent.needs === "message";
  return {
    kind: "meaning",
    meaning: {
      intent: intent.name,
      sure: isSure(intent, answer, session, rules, intents),
      project:
        ofSession === undefined
          ? projectOf(intent, answer, request, rules)
          : { kind: "sure", slug: ofSession },
      session,
      task: wantsTask ? taskOf(request.text, answer.drop) : "",
      wishes: wantsTask ? wishesOf(answer, request.text, rules.wishes) : {},
      by: "model",
    },
  };
}

function isProject(slug: string, request: InterpretRequest): boolean {
  return request.projects.some((project) => project.slug === slug);
}

function isSession(name: string, request: InterpretRequest): boolean {
  return name === request.repliedTo || request.sessions.some((session) => session.name === name);
}

function sessionOf(intent: IntentSpec, answer: Answer, request: InterpretRequest): string | undefined {
  if (intent.needs === "message") return request.repliedTo ?? answer.session ?? undefined;
  return intent.needs === "session" ? (answer.session ?? undefined) : undefined;
}

function projectOf(
  intent: IntentSpec,
  answer: Answer,
  request: InterpretRequest,
  rules: Interpretation,
): ProjectMeant {
  const known = [answer.project, ...answer.candidates].filter(
    (slug) => slug !== null && isProject(slug, request),
  );
  const other = rules.intent === intent.name && rules.project.kind === "sure" ? [rules.project.slug] : [];
  const slugs = [...new Set([...known, ...other])].filter((slug) => slug !== null);
  const agreed = other.length === 0 || other[0] === answer.project;
  if (answer.project !== null && answer.projectConfidence === "high" && agreed) {
    return { kind: "sure", slug: answer.project };
  }
  if (intent.needs !== "task")
    return slugs.length > 0 ? { kind: "unsure", candidates: slugs } : { kind: "none" };
  const all = request.projects.map((project) => project.slug);
  const [only] = all;
  if (only === undefined) return { kind: "none" };
  if (all.length === 1) return { kind: "sure", slug: only };
  return { kind: "unsure", candidates: slugs.length > 0 ? slugs : all };
}

/**
 * Costly intents need both: the model and the rules, on the same session. New work is started unasked unless
 * the rules are sure that it is something else.
 */
function isSure(
  intent: IntentSpec,
  answer: Answer,
  session: string | undefined,
  rules: Interpretation,
  intents: readonly IntentSpec[],
): boolean {
  if (answer.confidence === "low") return false;
  if (intent.needs === "message" && session === undefined) return false;
  const rulesSeeCostly =
    rules.sure && intents.some((one) => one.costly === true && one.name === rules.intent);
  if (intent.costly === true || rulesSeeCostly) {
    return rulesSeeCostly && rules.intent === intent.name && rules.session === session;
  }
  return intent.otherwise !== "new" || rules.intent === intent.name || !rules.sure;
}

/** Wishes count when the text names them; whatever loosens permissions only when the rules see it too. */
function wishesOf(answer: Answer, text: string, rules: Wishes): Wishes {
  const model = answer.model?.toLowerCase();
  const named = model !== undefined && /^[a-z][a-z0-9.-]+$/.test(model) && text.toLowerCase().includes(model);
  const cautious = answer.permissionMode === "plan" || answer.permissionMode === "manual";
  const mode = cautious ? answer.permissionMode : rules.permissionMode;
  return {
    ...(named ? { model } : rules.model === undefined ? {} : { model: rules.model }),
    ...(mode === undefined || mode === null ? {} : { permissionMode: mode }),
  };
}
