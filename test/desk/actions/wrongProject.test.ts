/** [Wrong project]: what is offered, and what is said when the first session does not end. */
import { describe, expect, it } from "vitest";
import type { Desk } from "../../../src/desk/action.ts";
import { action } from "../../../src/desk/actions/wrongProject.ts";
import type { Incoming } from "../../../src/desk/inbox/incoming.ts";
import type { Draft } from "../../../src/desk/message/draft.ts";
import { tokenOf } from "../../../src/desk/message/press.ts";
import { openDeskState } from "../../../src/desk/state/deskState.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";
import { labels, session } from "../message/sound.ts";

const view = session();
const token = tokenOf(view.name);

/** A desk that knows 30 projects, and whose warden cannot end the session. */
async function setUp() {
  const { log } = rememberingLog();
  const said: Draft[] = [];
  const unused = () => Promise.reject(new Error("not asked for here"));
  const projects = Array.from({ length: 30 }, (_, at) => `p${at}`);
  const desk: Desk = {
    warden: {
      launch: unused,
      resume: unused,
      interrupt: unused,
      goOn: unused,
      projects: async () => projects.map((slug) => ({ slug, name: slug, aliases: [], description: "" })),
      sessions: async () => [view],
      status: unused,
      explain: unused,
      stop: async () => ({ outcome: "not-gone", why: "Process 7 does not end." }),
      judge: unused,
      task: async () => "the task",
      endLeftovers: unused,
      subscribe: () => undefined,
      notices: () => undefined,
      check: () => ({ outcome: "running" }),
    },
    state: await openDeskState(await tempFolder(), log),
    actions: [],
    say: async (_, __, draft) => void said.push(draft),
    rewrite: async (_, draft) => void said.push(draft),
    dropButtons: unused,
    log,
  };
  const press = async (verb: string, argument: string) => {
    const incoming: Extract<Incoming, { kind: "button" }> = {
      kind: "button",
      updateId: 1,
      at: 0,
      from: { id: 42, name: "Ada" },
      chat: 42,
      messageId: 1,
      data: `wrong.${verb}:${argument}`,
    };
    await action.press?.({ incoming, verb, argument }, desk);
    return said.at(-1);
  };
  return { press };
}

describe("[Wrong project]", () => {
  it("offers no more projects than one can look through, and says what to do for the others", async () => {
    const question = await (await setUp()).press("ask", token);
    expect(question && labels(question).flat()).toHaveLength(25);
    expect(question?.text).toContain("send it again with the project's name");
  });

  it("moves nothing while the first session is not gone, and says so", async () => {
    const answer = await (await setUp()).press("to", `${token} p1`);
    expect(answer?.text).toBe("Process 7 does not end.\nNothing was moved: the work stays in webapp.");
  });
});
