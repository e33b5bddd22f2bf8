/** The real Claude Code in the ways Jama uses it: older version, login shell, resumed, answered from outside. */
import { execa } from "execa";
import { afterEach, describe, expect, it } from "vitest";
import { ask, hangUp, plan, say } from "../../../src/modelapi/index.ts";
import { defaultVersion, olderVersion } from "./fetch.ts";
import { type Lab, type LabOptions, openLab } from "./lab.ts";

let lab: Lab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});
async function open(options: LabOptions = {}): Promise<Lab> {
  lab = await openLab(options);
  return lab;
}

const style = {
  question: "Which style?",
  header: "Style",
  options: [
    { label: "Cursor", description: "a" },
    { label: "Offset", description: "b" },
  ],
};

describe("the real Claude Code", { timeout: 60_000 }, () => {
  it("works the same in the older version", async () => {
    const { api, start } = await open({ version: olderVersion });
    api.script("greet", [ask([style]), say("Hello.")]);
    const session = await start({ task: "greet" });
    await session.hook("PermissionRequest");
    await session.screen("Which style?");
    await session.keys("1");
    const stop = await session.hook("Stop");
    expect(stop.payload["last_assistant_message"]).toBe("Hello.");
  });

  it("is found by the person's login shell, with everything it needs", async () => {
    const { home, api } = await open();
    const shell = ["bash", "-ilc", 'claude --version; echo "$ANTHROPIC_BASE_URL"'];
    const env = { HOME: home, PATH: "/usr/local/bin:/usr/bin:/bin", TERM: "xterm" };
    const { stdout } = await execa("setsid", shell, { env, extendEnv: false, stdin: "ignore" });
    expect(stdout).toContain(defaultVersion);
    expect(stdout).toContain(api.url);
  });

  it("goes on with its script when the conversation is resumed", async () => {
    const { api, start } = await open();
    api.script("first task", [say("First."), say("Second.")]);
    const first = await start({ task: "first task" });
    await first.hook("Stop");
    await first.prompt("/exit");
    await first.hook("SessionEnd");
    const again = await start({ task: "and now this", args: ["--resume", first.id] });
    expect((await again.hook("Stop")).payload["last_assistant_message"]).toBe("Second.");
  });

  it("presents a scripted plan with its text", async () => {
    const { api, start } = await open();
    api.script("think first", [plan("# Plan\n\n1. Measure")]);
    const session = await start({ task: "think first", mode: "plan" });
    const request = await session.hook("PermissionRequest");
    expect(request.payload["tool_input"]).toMatchObject({ plan: "# Plan\n\n1. Measure" });
  });

  it("takes an answer from a waiting hook, with no key pressed", async () => {
    const { api, start } = await open();
    const updatedInput = {
      questions: [{ ...style, multiSelect: false }],
      answers: { "Which style?": "Offset" },
    };
    const decision = { behavior: "allow", updatedInput };
    const answer = JSON.stringify({ hookSpecificOutput: { hookEventName: "PermissionRequest", decision } });
    const hook = { type: "command", command: `echo '${answer}'` };
    api.script("paginate", [ask([style]), say("Understood.")]);
    const settings = { hooks: { PermissionRequest: [{ matcher: "*", hooks: [hook] }] } };
    const session = await start({ task: "paginate", settings });
    await session.screen("Understood.");
    const last = api.requests.filter((one) => one.kind === "main").at(-1);
    expect(JSON.stringify(last?.body.messages)).toContain('\\"Which style?\\"=\\"Offset\\"');
  });

  it("tries again by itself when the connection breaks", async () => {
    const { api, start } = await open();
    api.script("fragile", [hangUp(3), say("Whole.")]);
    const session = await start({ task: "fragile" });
    expect((await session.hook("Stop")).payload["last_assistant_message"]).toBe("Whole.");
  });
});
