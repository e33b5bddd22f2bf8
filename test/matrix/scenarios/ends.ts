/** Sessions that end without Jama: by their own exit, by signals, with their terminal. */
import { bash, say } from "../../../src/modelapi/index.ts";
import { waitFor } from "../../support/claude/wait.ts";
import type { Scenario } from "../scenario.ts";
import { FalseKill, type Stage } from "../stage/stage.ts";
import { isGone, staysIn } from "./expectations.ts";

const atWork = [bash("node -e 'setInterval(() => {}, 1000)'"), say("Never said.")];
const exited = isGone(["working", "exited"], [{ kind: "exited", since: "struck" }]);
const lost = isGone(["working", "lost"], [{ kind: "lost", since: "struck" }]);

/** Signals all of these processes at one moment, which is named. */
function strike(stage: Stage, pids: readonly number[], signal: NodeJS.Signals): void {
  stage.mark("struck");
  for (const pid of pids) process.kill(pid, signal);
}

/** The shell that runs launch.sh. */
async function launcher(stage: Stage): Promise<number> {
  return Number(await stage.tmux("display-message", "-p", "-t", `=${stage.session}:`, "#{pane_pid}"));
}

export const ends: readonly Scenario[] = [
  {
    name: "exit-when-done",
    theme: "ends",
    about: "/exit at the desk after the end was told.",
    world: { settings: { JAMA_IDLE_GRACE_SECONDS: "60" } },
    model: [say("Added.")],
    play: async (stage) => {
      await stage.told("finished");
      await stage.sends("/exit");
    },
    expect: isGone(["working", "finished", "exited"], ["finished", "exited"]),
  },
  {
    name: "kill-claude-at-work",
    theme: "ends",
    about: "kill -9 of Claude Code while a command runs; the registry's entry stays behind as busy.",
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      strike(stage, [await stage.claude()], "SIGKILL");
    },
    expect: exited,
  },
  {
    name: "kill-claude-idle",
    theme: "ends",
    about: "kill -9 of Claude Code during the grace period: told as ended, not as torn down.",
    world: { settings: { JAMA_IDLE_GRACE_SECONDS: "60" } },
    model: [say("Added.")],
    play: async (stage) => {
      await stage.told("finished");
      strike(stage, [await stage.claude()], "SIGKILL");
    },
    expect: isGone(["working", "finished", "exited"], ["finished", { kind: "exited", since: "struck" }]),
  },
  {
    name: "terminate-claude",
    theme: "ends",
    about: "SIGTERM to Claude Code from somebody else: it leaves with 143, and that is no teardown.",
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      strike(stage, [await stage.claude()], "SIGTERM");
    },
    expect: exited,
  },
  {
    name: "kill-script",
    theme: "ends",
    about: "kill -9 of `script`, which records the terminal.",
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      strike(stage, await stage.pids("/script"), "SIGKILL");
    },
    expect: exited,
  },
  {
    name: "kill-everything",
    theme: "ends",
    about: "kill -9 of launch.sh, `script` and Claude Code at once: no exit event is ever written.",
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      const pids = [await launcher(stage), ...(await stage.pids("/script")), await stage.claude()];
      strike(stage, pids, "SIGKILL");
    },
    expect: lost,
  },
  {
    name: "kill-session",
    theme: "ends",
    about: "tmux kill-session: the session is gone, `script` and Claude Code may live on without a terminal.",
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("struck");
      await stage.tmux("kill-session", "-t", `=${stage.session}`);
    },
    expect: {
      ...isGone(["working", "lost|exited"], [{ kind: "lost", or: "exited", since: "struck" }]),
      mayPass: ["lost"],
    },
  },
  {
    name: "kill-tmux-server",
    theme: "ends",
    about: "tmux kill-server: every session of it is gone at once.",
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("struck");
      await stage.tmux("kill-server");
    },
    expect: {
      ...isGone(["working", "lost|exited"], [{ kind: "lost", or: "exited", since: "struck" }]),
      mayPass: ["lost"],
    },
  },
  {
    name: "tmux-server-replaced",
    theme: "ends",
    about: "The tmux server is killed, and another one is started with a session of the same name.",
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      stage.mark("struck");
      await stage.tmux("kill-server");
      const another = () => stage.tmux("new-session", "-d", "-s", stage.session, "sleep", "1000");
      await waitFor(() =>
        another().then(
          () => true,
          () => false,
        ),
      ); // the old one may still be going
      stage.beside(() => stage.tmux("kill-server").catch(() => undefined));
      await stage.hears(["lost", "exited"]);
      const { tmux } = stage.world.lab;
      if (!(await tmux.list()).includes(stage.session)) throw new FalseKill("the other session was ended");
    },
    expect: {
      ...isGone(["working", "lost|exited"], [{ kind: "lost", or: "exited", since: "struck" }]),
      mayPass: ["lost"],
    },
  },
  {
    name: "dead-pane-kept",
    theme: "ends",
    about: "remain-on-exit: tmux keeps the pane of a session whose Claude Code was killed.",
    model: atWork,
    play: async (stage) => {
      await stage.tmux("set-option", "-g", "remain-on-exit", "on");
      await stage.screen("Running");
      strike(stage, [await stage.claude()], "SIGKILL");
    },
    expect: exited,
  },
  {
    name: "frozen",
    theme: "ends",
    about:
      "Claude Code is stopped (SIGSTOP) at work: nothing moves, nothing has ended, and it ignores SIGTERM.",
    world: { settings: { JAMA_STUCK_MINUTES: "0.1" } },
    model: atWork,
    play: async (stage) => {
      await stage.screen("Running");
      strike(stage, [await stage.claude()], "SIGSTOP");
    },
    expect: staysIn(["working", "stuck"], [{ kind: "stuck", since: null }]),
  },
  {
    name: "resumed-with-a-dead-task",
    theme: "ends",
    about:
      "Claude Code is killed while a shell runs in the background; [Resume]: the new one first speaks of the dead shell.",
    model: [
      bash("node -e 'setInterval(() => {}, 1000)'", { description: "Dev server", background: true }),
      say("It runs."),
      say("It is gone."),
      say("Started again."),
    ],
    play: async (stage) => {
      await stage.hears(["background"]);
      strike(stage, [await stage.claude()], "SIGKILL");
      const { id, buttons } = await stage.told("exited");
      if (buttons.flat().some(({ text }) => text === "End them")) stage.world.person.taps(id, "End them");
      stage.world.person.taps(id, "Resume");
      await stage.hears(["launched"], 2);
    },
    expect: {
      ...isGone(["working", "background", "exited"], ["background", { kind: "exited", since: "struck" }]),
      others: { passes: ["working", "finished", "closed"], final: "closed", life: "torn-down" },
      told: ["launched", "background", { kind: "exited", since: "struck" }, "launched", "finished"],
    },
    except: [
      { sets: ["d"], why: "without a transcript there is no conversation to go on with", expect: "skip" },
    ],
  },
];
