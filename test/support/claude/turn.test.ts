/** The real Claude Code follows scripts in a real terminal: the ground all other tests of this kind stand on. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, bash, fail, say, write } from "../../../src/modelapi/index.ts";
import { type Lab, openLab } from "./lab.ts";

let lab: Lab;
beforeEach(async () => {
  lab = await openLab();
});
afterEach(() => lab.close());

describe("the real Claude Code with a scripted model", { timeout: 60_000 }, () => {
  it("says what the script says", async () => {
    lab.api.script("greet me", [say("Good morning, person.")]);
    const session = await lab.start({ task: "please greet me" });
    const stop = await session.hook("Stop");
    expect(stop.payload["last_assistant_message"]).toBe("Good morning, person.");
    await session.screen("Good morning, person.");
  });

  it("runs commands and writes files, and sends the results back", async () => {
    const file = join(lab.project.path, "made by a test.txt");
    lab.api.script("work", [bash("echo $((40 + 2))"), write(file, "written\n"), say("All done.")]);
    const session = await lab.start({ task: "work" });
    await session.hook("Stop");
    expect(await readFile(file, "utf8")).toBe("written\n");
    const main = lab.api.requests.filter((one) => one.kind === "main");
    expect(JSON.stringify(main[1]?.body.messages.at(-1))).toContain("42");
  });

  it("opens the question dialog", async () => {
    const options = [
      { label: "Cursor", description: "By position" },
      { label: "Offset", description: "By number" },
    ];
    lab.api.script("paginate", [ask([{ question: "Which style?", header: "Style", options }])]);
    const session = await lab.start({ task: "paginate" });
    const request = await session.hook("PermissionRequest");
    expect(request.payload["tool_name"]).toBe("AskUserQuestion");
    await session.screen("Which style?");
    expect((await session.registry((entry) => entry.status === "waiting")).status).toBe("waiting");
  });

  it("ends the turn with StopFailure when the model refuses the request", async () => {
    lab.api.script("break", [fail(400, "invalid_request_error", "scripted refusal")]);
    const session = await lab.start({ task: "break" });
    const failure = await session.hook("StopFailure");
    expect(failure.payload["last_assistant_message"]).toBe("API Error: 400 scripted refusal");
  });
});
