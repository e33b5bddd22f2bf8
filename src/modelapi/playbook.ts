/** All scripts of one server: finds the one that a request belongs to. */

import { kindOf, systemText, userTexts } from "./read.ts";
import type { ModelRequest } from "./records.ts";
import { sampleOf } from "./sample.ts";
import { Script } from "./script.ts";
import { json, type Step, say } from "./steps.ts";
import type { MessagesBody } from "./wire.ts";

/** Recognises a side call: a text that its system prompt holds, or a predicate. */
export type SideMatch = string | ((body: MessagesBody) => boolean);

export class Playbook {
  readonly #conversations: Script[] = [];
  readonly #sides: { readonly match: SideMatch; readonly script: Script }[] = [];
  readonly #fallback = new Script("", []);
  readonly #quiet = new Script("", [], (request: ModelRequest) => quietAnswer(request.body));

  addConversation(match: string, steps: readonly Step[]): Script {
    const script = new Script(match, steps);
    this.#conversations.unshift(script);
    return script;
  }

  addSideCall(name: string, match: SideMatch, steps: readonly Step[]): Script {
    // A wait is no answer: repeated, it would never end.
    const last = steps.findLast((step) => typeof step === "function" || step.kind !== "think");
    const script = new Script(name, steps, last ?? say("ok"));
    this.#sides.unshift({ match, script });
    return script;
  }

  /** The newest script that fits; the task stands in the first user message, later ones are a second choice. */
  find(body: MessagesBody): Script {
    if (kindOf(body) !== "main") {
      return this.#sides.find((one) => fits(one.match, body))?.script ?? this.#quiet;
    }
    const texts = userTexts(body);
    const first = this.#conversations.find((one) => texts[0]?.includes(one.match));
    const later = this.#conversations.find((one) => texts.some((text) => text.includes(one.match)));
    return first ?? later ?? this.#fallback;
  }
}

function fits(match: SideMatch, body: MessagesBody): boolean {
  return typeof match === "string" ? systemText(body).includes(match) : match(body);
}

function quietAnswer(body: MessagesBody) {
  const schema = body.output_config?.format?.schema;
  return schema === undefined ? say("ok") : json(sampleOf(schema));
}
