/** The real Claude Code, launched as the warden does it, with what its hooks and its registry say folded as they come. */
import { join } from "node:path";
import type { TestContext } from "vitest";
import { Mailbox } from "../../../src/warden/evidence/mailbox.ts";
import { nothingObserved, type Observed, observe } from "../../../src/warden/evidence/observed.ts";
import { Registry } from "../../../src/warden/evidence/registry.ts";
import type { SessionRecord } from "../../../src/warden/journal/record.ts";
import { makeFolder, writeFolder } from "../../../src/warden/launch/sessionFolder.ts";
import { linuxProcesses as processes } from "../../../src/warden/processes/linux.ts";
import { createKeyboard } from "../../../src/warden/tmux/keyboard.ts";
import { createTmux } from "../../../src/warden/tmux/tmux.ts";
import { Typist } from "../../../src/warden/type/typist.ts";
import { claudeEnvironment, testKey } from "../../support/claude/environment.ts";
import { type Lab, openLab } from "../../support/claude/lab.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog } from "../../support/host/temp.ts";
import { sessionRecord } from "../journal/sessionRecord.ts";

export interface RealSession {
  lab: Lab;
  record: SessionRecord;
  /** What Jama knows of it at this moment. */
  readonly seen: Observed;
  typist: Typist;
  /** Its screen, once it shows the text. */
  screen(text: string | RegExp): Promise<string>;
  /** Resolves when that is seen. */
  until(fits: (seen: Observed) => unknown): Promise<void>;
}

/** Opens a lab and launches in it what `script` of the model makes of the task; ends with the test. */
export async function realSession(
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
  task: string,
  script: (lab: Lab) => void,
  version?: string,
): Promise<RealSession> {
  const lab = await openLab(version === undefined ? {} : { version });
  onTestFinished(() => lab.close());
  script(lab);
  const name = "claude-webapp-20260303-142000";
  const folder = join(lab.folder, "sessions", name);
  const record = sessionRecord({
    folder,
    projectPath: lab.project.path,
    permissionMode: "bypassPermissions",
    bypassConsent: true,
  });
  const path = process.env["PATH"] ?? "/usr/bin:/bin";
  const claude = claudeEnvironment({ home: lab.home, apiUrl: lab.api.url, apiKey: testKey });
  await makeFolder(folder);
  await writeFolder({
    record,
    task,
    environment: { PATH: path, LANG: "C.UTF-8", ...claude },
    claudeBin: lab.program,
    systemPrompt: "Be brief.",
    shell: "/bin/bash",
    platform: "linux",
  });
  const env = { PATH: path, TERM: "xterm-256color", LANG: "C.UTF-8", HOME: lab.home };
  const options = { socket: lab.tmux.socket, sshHost: undefined, env };
  const tmux = createTmux(options);
  let seen = nothingObserved;
  const { log } = rememberingLog();
  const mailbox = new Mailbox(
    join(folder, "events"),
    async (evidence) => {
      seen = observe(seen, evidence);
      return true;
    },
    log,
  );
  const registry = new Registry(
    join(lab.home, ".claude", "sessions"),
    ({ evidence }) => {
      seen = observe(seen, evidence);
    },
    Date.now,
  );
  onTestFinished(() => mailbox.close());
  onTestFinished(() => registry.close());
  mailbox.open();
  await tmux.newSession(name, folder, ["/bin/sh", join(folder, "launch.sh")]);
  const look = () => lab.tmux.capture(name);
  return {
    lab,
    record,
    get seen() {
      return seen;
    },
    typist: new Typist({
      processes,
      keyboard: createKeyboard(options),
      tmux,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    screen: (text) =>
      waitFor(
        async () => {
          const shown = await look();
          return (typeof text === "string" ? shown.includes(text) : text.test(shown)) && shown;
        },
        { seen: look },
      ),
    until: async (fits) => {
      await waitFor(
        async () => {
          await registry.read();
          return Boolean(fits(seen));
        },
        { seen: async () => JSON.stringify(seen) },
      );
    },
  };
}
