/**
 * The text of `launch.sh`: what tmux runs for one session, exactly once. It loads and deletes the environment,
 * runs Claude Code under `script`, and leaves the exit event with the real exit code. The task is read from
 * its file at the last moment and never stands in this text or in script's header.
 */
import { markerOf } from "../processes/processes.ts";
import { shellQuote as q } from "./shellQuote.ts";

export interface LaunchScriptInput {
  folder: string;
  projectPath: string;
  /** Absolute path of Claude Code's program. */
  claudeBin: string;
  /** Arguments before the task; the task follows `--`. */
  claudeArgs: readonly string[];
  /** Given instead of the task when that is too long for an argument. */
  taskInstead: string | undefined;
  session: string;
  /** The person's shell: restored for Claude Code, since `script` itself must use a plain one. */
  shell: string;
  /** `linux` has util-linux script, `darwin` the BSD one. */
  platform: "linux" | "darwin";
}

export function launchScript(input: LaunchScriptInput): string {
  const file = (name: string) => q(`${input.folder}/${name}`);
  // $(...) drops trailing newlines: the x keeps them.
  const task =
    input.taskInstead === undefined
      ? `task=$(cat ${file("task.md")}; printf x) && task=\${task%x}`
      : `task=${q(input.taskInstead)}`;
  const claude = [input.claudeBin, ...input.claudeArgs].map(q).join(" ");
  const inner = `${identify(file("started/claude"))}; export SHELL=${q(input.shell)}; cd ${q(input.projectPath)} || exit 78; ${task}; exec ${claude} -- "$task"`;
  const marker = Object.entries(markerOf({ name: input.session, folder: input.folder }))
    .map(([name, value]) => `${name}=${q(value)}`)
    .join(" ");
  return `#!/bin/sh
mkdir ${file("started")} || exit 0
${identify(file("started/launcher"))}
# Out with whatever tmux handed down, in with the session's own environment.
term=$TERM
for name in $(env | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\)=.*/\\1/p'); do
  case $name in PATH | _ | PWD | SHLVL) ;; *) unset "$name" 2>/dev/null ;; esac
done
. ${file("environment.sh")}
rm -f ${file("environment.sh")}
export TERM="$term" ${marker}
# A closed terminal must not keep the exit event from being written.
trap : HUP INT TERM
${recorder(input.platform, file, inner)}
code=$?
printf '{"hook_event_name":"exit","code":%d}\\n' "$code" > ${file("events/.exit")} &&
  mv ${file("events/.exit")} ${file("events/exit.json")}
`;
}

/** Keeps who this shell is, by pid and start: what it then becomes by `exec` is the same process. */
function identify(path: string): string {
  return `{ read -r id </proc/$$/stat || id=$$; } 2>/dev/null; echo "$id" > ${path}; unset id`;
}

function recorder(platform: "linux" | "darwin", file: (name: string) => string, inner: string): string {
  if (platform === "darwin")
    return `SHELL=/bin/sh script -q -a ${file("terminal.log")} /bin/sh -c ${q(inner)}`;
  const log = `--log-timing ${file("terminal.timing")} ${file("terminal.log")}`;
  return `SHELL=/bin/sh script -qef -a ${log} -c ${q(inner)}`;
}
