/** A whole small world for one test: scripted model, home, project, tmux and the real Claude Code in it. */
import { randomUUID } from "node:crypto";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type ModelApi, startModelApi } from "../../../src/modelapi/index.ts";
import { claudeEnvironment, testKey } from "./environment.ts";
import { fetchClaude } from "./fetch.ts";
import { type HomeOptions, prepareHome } from "./home.ts";
import { endProcesses, processesOfHome } from "./processes.ts";
import { makeProject, type TestProject } from "./project.ts";
import { type LiveSession, openSession, type SessionOptions } from "./session.ts";
import { TmuxServer } from "./tmux.ts";

export interface LabOptions {
  readonly version?: string;
  /** False: the project's trust dialog was never accepted. */
  readonly trusted?: boolean;
  readonly home?: Partial<HomeOptions>;
  /** Blanks and other letters by default: paths are not all plain. */
  readonly projectName?: string;
}

export interface Lab {
  readonly folder: string;
  readonly home: string;
  readonly api: ModelApi;
  readonly project: TestProject;
  readonly tmux: TmuxServer;
  readonly program: string;
  /** Starts Claude Code in the project, in a tmux session of its own. */
  start(options: SessionOptions): Promise<LiveSession>;
  /** Ends everything, proves that no process is left, removes the folder. */
  close(): Promise<void>;
}

/** Opens a lab; `close` it in the end, whatever happened. */
export async function openLab(options: LabOptions = {}): Promise<Lab> {
  const program = await fetchClaude(options.version);
  const folder = await realpath(await mkdtemp(join(tmpdir(), "jama-lab-")));
  const home = join(folder, "home");
  const api = await startModelApi();
  const project = await makeProject(join(folder, options.projectName ?? "web app ü"));
  const environment = claudeEnvironment({ home, apiUrl: api.url, apiKey: testKey });
  await prepareHome(home, {
    apiKey: testKey,
    trusted: options.trusted === false ? [] : [project.path],
    exports: environment,
    path: [dirname(program)],
    ...options.home,
  });
  const tmux = new TmuxServer(environment);
  const lab = { folder, home, api, project, tmux, program };
  return {
    ...lab,
    start: (session) => openSession(lab, { name: `s${randomUUID().slice(0, 8)}`, ...session }),
    close: async () => {
      try {
        await endProcesses(() => processesOfHome(home));
      } finally {
        await tmux.kill();
        await api.close();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
