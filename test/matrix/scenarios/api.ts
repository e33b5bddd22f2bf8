/** Trouble with the API: refused at once, tried again, broken off. */
import { cutOff, fail, hangUp, say } from "../../../src/modelapi/index.ts";
import type { Scenario } from "../scenario.ts";
import type { Stage } from "../stage/stage.ts";
import { staysIn, tornDown } from "./expectations.ts";

const failed = staysIn(["working", "failed"], ["failed"]);
/** Refused so often in a row that Claude Code needs about half a minute to get through. */
const manyTimes = 6;
const throughTrouble = tornDown(["working", "retrying", "finished"]);
const getsThrough = async (stage: Stage) => {
  await stage.screen("Through.", 90_000);
};
const failsLater = staysIn(["working", "finished", "working", "failed"], ["finished", "failed"]);
const tried = { ...tornDown(["working", "finished"]), mayPass: ["retrying"] };

export const api: readonly Scenario[] = [
  {
    name: "api-400",
    theme: "api",
    about: "The API refuses the request: the turn fails at once.",
    model: [fail(400, "invalid_request_error", "prompt is too strange")],
    expect: failed,
  },
  {
    name: "api-billing",
    theme: "api",
    about: "The account has no credit left.",
    model: [
      fail(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API."),
    ],
    expect: failed,
  },
  {
    name: "api-403",
    theme: "api",
    about: "The account may not use the API.",
    model: [fail(403, "permission_error", "not allowed")],
    expect: failed,
  },
  {
    name: "api-401",
    theme: "api",
    about: "The key is refused twice, then taken.",
    model: [fail(401, "authentication_error", "invalid x-api-key", { times: 2 }), say("In.")],
    expect: tried,
  },
  {
    name: "api-429-now",
    theme: "api",
    about: "The usage limit is reached, and lifted in two hours: the turn bounces at once.",
    model: [fail(429, "rate_limit_error", "Try again later.", { times: "turn", retryAfter: 7_200 })],
    expect: failed,
  },
  {
    name: "api-429-soon",
    theme: "api",
    about: "Too many requests, twice; then it goes on.",
    model: [fail(429, "rate_limit_error", "Too many requests", { times: 2 }), say("Through.")],
    expect: tried,
  },
  {
    name: "api-500",
    theme: "api",
    about: "Errors of the server for about half a minute, then it goes on.",
    model: [fail(500, "api_error", "Internal server error", { times: manyTimes }), say("Through.")],
    play: getsThrough,
    expect: throughTrouble,
  },
  {
    name: "api-529",
    theme: "api",
    about: "The API is overloaded for about half a minute, then it goes on.",
    model: [fail(529, "overloaded_error", "Overloaded", { times: manyTimes }), say("Through.")],
    play: getsThrough,
    expect: throughTrouble,
  },
  {
    name: "api-hangs-up",
    theme: "api",
    about: "The connection breaks in the middle of the answer; Claude Code asks again.",
    model: [hangUp(4), say("After all.")],
    expect: tried,
  },
  {
    name: "api-cuts-off",
    theme: "api",
    about: "The answer is cut off at the token limit, again and again.",
    model: Array.from({ length: 12 }, () => cutOff("And then, and then,")),
    expect: {
      ...failed,
      passes: ["working", "failed|finished"],
      final: "failed|finished",
      told: ["launched", { kind: "failed", or: "finished" }],
    },
  },
  {
    name: "context-full",
    theme: "api",
    about: "The conversation is too long for the model: the turn fails, and the box shows ghost text.",
    model: [
      fail(400, "invalid_request_error", "prompt is too long: 250000 tokens > 200000 maximum", { times: 40 }),
    ],
    expect: failed,
  },
  {
    name: "failed-and-on",
    theme: "api",
    about: "The turn fails; another prompt at the desk, and it is done.",
    model: [fail(400, "invalid_request_error", "prompt is too strange"), say("Better.")],
    play: async (stage) => {
      await stage.hears(["failed"]);
      await stage.sends("try it plainly");
      await stage.screen("Better.");
    },
    expect: tornDown(["working", "failed", "working", "finished"], ["failed"]),
  },
  {
    name: "context-full-later",
    theme: "api",
    about: "The context is full at the second prompt: 2.1.329 compacts by itself and goes on.",
    model: [
      say("One."),
      fail(400, "invalid_request_error", "prompt is too long: 250000 tokens > 200000 maximum", { times: 1 }),
      say("All was said."),
      say("Two."),
    ],
    play: async (stage) => {
      await stage.hears(["finished"]);
      await stage.sends("and on");
    },
    expect: tornDown(["working", "finished", "working", "finished"], ["finished"]),
    except: [
      {
        versions: ["2.1.197"],
        why: "2.1.197 does not compact by itself then: the second turn fails",
        expect: failsLater,
      },
      {
        sets: ["d"],
        why: "to compact it needs the folder that is broken here: the turn fails",
        expect: failsLater,
      },
    ],
  },
];
