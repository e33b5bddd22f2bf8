/**
 * Understanding without a model: the fallback when there is no key, or the model fails. Deterministic, and
 * made to ask rather than to guess.
 */
import type { IntentSpec } from "../intent.ts";
import type { FallbackReason, Interpretation, ProjectMeant } from "../interpretation.ts";
import type { Interpreter, InterpretRequest, SessionInContext } from "../interpreter.ts";
import { leading } from "./leading.ts";
import { matchingForm } from "./matching-form.ts";
import { type Mention, projectMentions, sessionMentions, withoutOverlap } from "./mentions.ts";
import { strengths } from "./place.ts";
import { whichIntent } from "./which-intent.ts";
import { namedProject, projectForWork } from "./which-project.ts";
import { projectOfSession, whichSession } from "./which-session.ts";
import { wishesIn } from "./wishes.ts";
import { wordsOf } from "./words.ts";

/**
 * An interpreter that follows the cues of these intents. `because` is set where the rules stand in for the
 * model for good: without a key.
 */
export function createRuleInterpreter(intents: readonly IntentSpec[], because?: FallbackReason): Interpreter {
  const fallback = because === undefined ? {} : { fallback: because };
  return { interpret: async (request) => ({ ...interpretByRules(request, intents), ...fallback }) };
}

/** The same as a pure function. Throws when no intent takes what no cue claims: a mistake of the wiring. */
export function interpretByRules(request: InterpretRequest, intents: readonly IntentSpec[]): Interpretation {
  const { text } = request;
  const words = wordsOf(text);
  const sessionsNamed = sessionMentions(words, request.sessions);
  const mentions = withoutOverlap([...sessionsNamed, ...projectMentions(text, words, request.projects)]);
  const named = namedProject(mentions, strengths(text, words, mentions));
  const lead = leading(text, words, mentions);
  const waiting = request.sessions.filter((session) => session.state === "waiting");

  const { intent, sure } = whichIntent(
    {
      form: matchingForm(text, words, mentions, lead.delegated ? lead.from : 0),
      slash: text.trimStart().startsWith("/"),
      delegated: lead.delegated,
      placed: named.kind === "sure",
      isReply: request.repliedTo !== undefined,
      busy: request.sessions.some(({ project }) => named.kind !== "sure" || project === named.slug),
      anyLive: request.sessions.length > 0,
      anyWaiting: waiting.length > 0,
    },
    intents,
  );
  if (intent === undefined)
    throw new Error("no intent takes a message out of the blue: one needs `otherwise`");

  const wantsTask = intent.needs === "task" || intent.needs === "message";
  const base = {
    intent: intent.name,
    task: wantsTask ? text.slice(lead.from) : "",
    wishes: wantsTask ? wishesIn(text) : {},
    by: "rules" as const,
  };
  if (intent.needs === "task") return { ...base, sure, session: undefined, project: forWork(request, named) };

  const session = sessionFor(intent, request, named, sessionsNamed, waiting);
  const guessed = intent.costly === true && mentions.some((mention) => mention.slips > 0);
  const unclear = intent.needs === "message" && session === undefined;
  return {
    ...base,
    sure: sure && !guessed && !unclear,
    session,
    project: ofSession(session, request, named),
  };
}

function forWork(request: InterpretRequest, named: ProjectMeant): ProjectMeant {
  const replied = projectOfSession(request.repliedTo, request);
  if (named.kind === "none" && replied !== undefined) return { kind: "sure", slug: replied };
  return projectForWork(named, request.projects);
}

function sessionFor(
  intent: IntentSpec,
  request: InterpretRequest,
  named: ProjectMeant,
  sessionsNamed: readonly Mention[],
  waiting: readonly SessionInContext[],
): string | undefined {
  if (intent.needs === "nothing") return undefined;
  if (intent.needs !== "message") return whichSession(request, named, sessionsNamed, request.sessions);
  if (request.repliedTo !== undefined) return request.repliedTo;
  const narrowed = whichSession(request, named, sessionsNamed, waiting);
  return narrowed ?? whichSession(request, named, sessionsNamed, request.sessions);
}

function ofSession(
  session: string | undefined,
  request: InterpretRequest,
  named: ProjectMeant,
): ProjectMeant {
  const slug = projectOfSession(session, request);
  return slug === undefined ? named : { kind: "sure", slug };
}
