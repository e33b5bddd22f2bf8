/** Typing into the real Claude Code: a text arrives exactly, once, or it is said that it did not; Escape interrupts. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import { ask, bash, say, userTexts } from "../../../src/modelapi/index.ts";
import { defaultVersion, olderVersion } from "../../support/claude/fetch.ts";
import { TmuxServer } from "../../support/claude/tmux.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { type RealSession, realSession } from "./realSession.ts";

const endless = bash(
  `node -e 'require("fs").writeFileSync("running", ""); setInterval(() => {}, 1000)' endless`,
);
const hard = "second `$HOME` \"task\"\n\nwith 'lines' ü 🚀";

const idle = (session: RealSession) =>
  session.until(({ stop, registry }) => stop && registry?.status === "idle");

/** Everything that the person said to the model. */
function said({ lab }: RealSession): string[] {
  const request = lab.api.requests.findLast((one) => one.kind === "main");
  return request ? userTexts(request.body) : [];
}

describe.concurrent.each([defaultVersion, olderVersion])("with %s", (version) => {
  it("a text is a prompt of its own, exactly, also out of copy mode", async (test) => {
    const session = await realSession(
      test,
      "first task",
      (lab) => lab.api.script("first task", [say("One."), say("Two."), say("Three.")]),
      version,
    );
    await idle(session);
    expect(await session.typist.say(session, hard, "jama")).toEqual({ outcome: "done" });
    await session.screen("Two.");
    expect(said(session).at(-1)).toContain(hard);
    await idle(session);
    await session.lab.tmux.run("copy-mode", "-t", `=${session.record.name}:`);
    expect(await session.typist.say(session, "!third $(task)", "person")).toEqual({ outcome: "done" });
    await session.screen("Three.");
    expect(said(session).at(-1)).toContain("!third $(task)");
  });

  it("a text for one that works is kept for its next pause", async (test) => {
    const session = await realSession(
      test,
      "first task",
      (lab) => lab.api.script("first task", [bash("until [ -e go ]; do sleep 0.1; done"), say("Both done.")]),
      version,
    );
    await session.screen("until");
    await session.until(({ registry }) => registry?.status === "busy");
    const typing = await session.typist.say(session, "and also this", "person");
    expect(["done", "queued"]).toContain(typing.outcome);
    await session.lab.project.write({ go: "" });
    await session.screen("Both done.");
    expect(JSON.stringify(session.lab.api.requests.at(-1)?.body)).toContain("and also this");
  });

  it("Escape interrupts what it does", async (test) => {
    const session = await realSession(
      test,
      "wait for it",
      (lab) => lab.api.script("wait", [endless]),
      version,
    );
    // An Esc while it is only being started leaves it running (2.1.197 on a busy machine).
    await waitFor(async () => existsSync(join(session.lab.project.path, "running")));
    expect(await session.typist.escape(session, "jama")).toEqual({ outcome: "done" });
    await session.screen("Interrupted");
    await session.until(({ registry }) => registry?.status === "idle");
  });
});

describe.concurrent("what is not typed", () => {
  const finished = (test: TestContext) =>
    realSession(test, "a task", (lab) => lab.api.script("a task", [say("Done it.")]));

  it("6: anything by Jama itself while somebody is attached; a person's order is", async (test) => {
    const session = await finished(test);
    await idle(session);
    const desk = new TmuxServer();
    test.onTestFinished(() => desk.kill());
    const attach = ["tmux", "-L", session.lab.tmux.socket, "attach", "-t", `=${session.record.name}`];
    await desk.start("desk", ["env", "-u", "TMUX", ...attach], "/");
    await waitFor(
      async () => (await session.lab.tmux.run("list-clients", "-t", `=${session.record.name}`)) !== "",
    );
    const refused = { outcome: "refused", why: "somebody is attached to it" };
    expect(await session.typist.escape(session, "jama")).toEqual(refused);
    expect(await session.typist.say(session, "more", "jama")).toEqual(refused);
    expect(await session.typist.say(session, "more", "person")).toEqual({ outcome: "done" });
  });

  it("6: over somebody's half-written prompt", async (test) => {
    const session = await finished(test);
    await idle(session);
    await session.lab.tmux.keys(session.record.name, "-l", "half a thought");
    await session.screen("half a thought");
    const refused = await session.typist.say(session, "more", "person");
    expect(refused).toEqual({ outcome: "refused", why: "there is text in its prompt box" });
    expect(await session.lab.tmux.capture(session.record.name)).toContain("half a thought");
  });

  it("7: a text into a dialog, whose keys it would press", async (test) => {
    const session = await realSession(test, "a task", (lab) =>
      lab.api.script("a task", [
        ask([
          {
            question: "Which?",
            header: "Which",
            options: [
              { label: "One", description: "1" },
              { label: "Two", description: "2" },
            ],
          },
        ]),
      ]),
    );
    await session.screen("1. One");
    await session.until(({ registry }) => registry?.status === "waiting");
    expect(await session.typist.say(session, "2", "person")).toEqual({
      outcome: "refused",
      why: "its prompt is not on the screen",
    });
    await session.screen("1. One");
  });

  it("7: a text where nothing of Claude Code lives any more", async (test) => {
    const session = await finished(test);
    await idle(session);
    await session.lab.tmux.run("set-option", "-t", `=${session.record.name}:`, "remain-on-exit", "on");
    process.kill(session.seen.registry?.pid ?? 0, "SIGKILL");
    await waitFor(async () =>
      JSON.stringify(await session.typist.say(session, "rm -rf .", "person")).includes("does not run"),
    );
  });

  it("nothing at all", async (test) => {
    const session = await finished(test);
    expect(await session.typist.say(session, " \u001b\n", "person")).toMatchObject({ outcome: "refused" });
  });
});
