/** The relay of a hook, run by /bin/sh as Claude Code runs it, and the settings around it. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { hookSettings } from "../../../src/warden/launch/hookSettings.ts";
import { tempFolder } from "../../support/host/temp.ts";

/** The folder that the relays of a session write to. */
async function events(): Promise<string> {
  const folder = join(await tempFolder(), "events");
  await mkdir(folder);
  return folder;
}

type Hooks = Record<string, { hooks: { command: string; timeout: number }[] }[]>;

const settings = (folder: string, bypassConsent = false): { hooks: Hooks; permissions: object } =>
  JSON.parse(JSON.stringify(hookSettings({ folder, bypassConsent })));

const relayCommand = (folder: string, event: string) =>
  settings(dirname(folder)).hooks[event]?.[0]?.hooks[0]?.command ?? "";

const relay = (folder: string, event: string, input: string) =>
  execa("/bin/sh", ["-c", relayCommand(folder, event)], { input });

async function payloads(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
}

describe("the relay of a hook", () => {
  it("leaves the payload byte for byte in a file named after the event", async () => {
    const folder = await events();
    const payload = `{"hook_event_name":"Stop","last_assistant_message":"it's \\"done\\" \`x\` $(y) 👩‍🚀\\n"}\n\n`;
    await relay(folder, "Stop", payload);
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^Stop\.\d+\.json$/)]);
    expect(await payloads(folder)).toEqual([payload]);
  });

  it("2: loses nothing when the same event comes many times at once", async () => {
    const folder = await events();
    const wanted = Array.from({ length: 20 }, (_, at) => `{"n":${at}}`);
    await Promise.all(wanted.map((one) => relay(folder, "Stop", one)));
    expect((await payloads(folder)).sort()).toEqual([...wanted].sort());
    expect(await readdir(folder)).toHaveLength(20);
  });

  it("2: loses nothing when a process id is used again before the file was read", async () => {
    const folder = await events();
    const twice = `${relayCommand(folder, "Stop")}; printf '{"n":2}' | { ${relayCommand(folder, "Stop")}; }`;
    await execa("/bin/sh", ["-c", twice], { input: '{"n":1}' });
    expect((await payloads(folder)).sort()).toEqual(['{"n":1}', '{"n":2}']);
  });

  it("takes a payload of a megabyte", async () => {
    const folder = await events();
    const payload = JSON.stringify({ plan: "x".repeat(1_000_000) });
    await relay(folder, "PermissionRequest", payload);
    expect((await payloads(folder))[0]?.length).toBe(payload.length);
  });
});

describe("a session's settings", () => {
  const folder = "/home/a/.jama/sessions/x";

  it("name every event that Jama listens to, each with a time limit", () => {
    const { hooks } = settings(folder);
    expect(Object.keys(hooks).sort()).toEqual(
      [
        "SessionStart",
        "UserPromptSubmit",
        "PermissionRequest",
        "PostToolUse",
        "Notification",
        "Elicitation",
        "PreCompact",
        "Stop",
        "StopFailure",
        "SessionEnd",
      ].sort(),
    );
    for (const [entry] of Object.values(hooks)) {
      expect(entry?.hooks[0]?.timeout).toBeGreaterThan(0);
    }
  });

  it("open the work folder and nothing else", () => {
    const work = "//home/a/.jama/sessions/x/work/**";
    expect(settings(folder).permissions).toEqual({ allow: [`Read(${work})`, `Edit(${work})`] });
  });

  it("skip the warning about permissions only with recorded consent", () => {
    expect(settings(folder)).not.toHaveProperty("skipDangerousModePermissionPrompt");
    const consented = { skipDangerousModePermissionPrompt: true, promptSuggestionEnabled: false };
    expect(settings(folder, true)).toMatchObject(consented);
  });
});
