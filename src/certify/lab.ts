/**
 * A world of its own for one run: a temp folder with a home, projects and a JAMA_HOME, a tmux server, the scripted
 * model and a warden, but no desk. `close` ends all of it, whatever happened before.
 */
import { mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import type { Settings } from "../config/settings.ts";
import type { Logger } from "../logger.ts";
import { type ModelApi, startModelApi } from "../modelapi/index.ts";
import type { SessionEvent } from "../protocol/events.ts";
import { createWarden } from "../warden/createWarden.ts";
import type { Warden } from "../warden/warden.ts";
import { loopbackEnvironment, prepareClaudeHome } from "./claudeHome.ts";
import { clearRoot, placesIn, tmuxIn } from "./clear.ts";
import type { Scenario } from "./scenario.ts";

export interface LabInput {
  /** Claude Code's program, absolute. */
  program: string;
  /** The person's PATH: Claude Code finds its tools there. */
  path: string;
  /** The person's shell. */
  shell: string;
  scenarios: readonly Scenario[];
  /** Jama's own version. */
  jama: string;
  /** Told as soon as there is a folder that a crash would leave behind. */
  onRoot(root: string): Promise<void>;
  log: Logger;
}

export interface Lab {
  warden: Warden;
  api: ModelApi;
  /** JAMA_HOME of this run. */
  home: string;
  /** Every event so far, in order. */
  events: readonly SessionEvent[];
  /** The project of a scenario, as commands name it. */
  projectOf(scenario: Scenario): string;
  /** What its session is asked to do: the model's script is found by it. */
  taskOf(scenario: Scenario): string;
  /** A path in the project of a scenario. */
  pathIn(scenario: Scenario, file: string): string;
  tmux(...args: string[]): Promise<string>;
  close(): Promise<void>;
}

/** Long enough for a screen to settle, short enough for a run of a minute. */
const graceMs = 1_500;

export async function openLab(input: LabInput): Promise<Lab> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "jama-certify-")));
  const path = `${input.path}:${dirname(process.execPath)}`;
  const closing: (() => unknown)[] = [() => clearRoot(root, path)];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    await input.onRoot(root);
    const { userHome, home, projects } = placesIn(root);
    const places = await makeProjects(projects, input.scenarios, path);
    await prepareClaudeHome(
      userHome,
      places.flatMap((one) => (one.trusted ? [one.path] : [])),
    );
    const api = await startModelApi();
    closing.push(() => api.close());
    const warden = await openWarden(root, path, api.url, input);
    closing.push(() => warden.close());
    return {
      warden,
      api,
      home,
      events: listen(warden),
      projectOf: ({ name }) => slugOf(name),
      taskOf: ({ name }) => `Play the scenario "${name}".`,
      pathIn: ({ name }, file) => join(projects, slugOf(name), file),
      tmux: (...args) => tmuxIn(root, args, path),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function openWarden(
  root: string,
  path: string,
  apiUrl: string,
  { program, shell, jama, log }: LabInput,
): Promise<Warden> {
  const { userHome, home, projects, socket } = placesIn(root);
  const asRoot = process.getuid?.() === 0;
  const agent = loopbackEnvironment({ home: userHome, apiUrl, path, asRoot });
  const settings: Settings = {
    telegram: { token: "", users: [], chats: [], apiRoot: "" },
    model: { apiKey: undefined, baseUrl: undefined, name: "" },
    home,
    projectsDirs: [projects],
    agentEnv: Object.keys(agent),
    graceMs,
    stuckMs: 60 * 60_000,
    maxSessions: 100,
    keepMs: 24 * 60 * 60_000,
    tmuxSocket: socket,
    sshHost: undefined,
    claude: { bin: program, permissionMode: "bypassPermissions" },
    logLevel: "silent",
    notBuiltYet: [],
  };
  return createWarden({
    settings,
    config: { projects: {} },
    env: { ...agent, TMUX_TMPDIR: root, LANG: "C.UTF-8" },
    user: { name: "certify", home: userHome, shell },
    ownFolder: root,
    version: jama,
    certification: "every-version",
    log,
  });
}

/** All that is told, as it comes. There is no desk that could hold a teardown back. */
function listen(warden: Warden): SessionEvent[] {
  const events: SessionEvent[] = [];
  warden.subscribe(async (event) => {
    events.push(event);
    if (event.type !== "finished") return;
    const { session, turn } = event;
    await warden.judge({ id: event.id, session: session.name, turn, verdict: "no-opinion" });
  });
  return events;
}

/** A folder's name becomes the project's slug. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

async function makeProjects(dir: string, scenarios: readonly Scenario[], path: string) {
  return Promise.all(
    scenarios.map(async ({ name, files = {}, trusted = true }) => {
      const project = join(dir, slugOf(name));
      for (const [file, content] of Object.entries({ "README.md": `# ${name}\n`, ...files })) {
        await mkdir(dirname(join(project, file)), { recursive: true });
        await writeFile(join(project, file), content);
      }
      await execa("git", ["init", "--quiet", project], { env: { PATH: path, HOME: dir }, extendEnv: false });
      return { path: project, trusted };
    }),
  );
}
