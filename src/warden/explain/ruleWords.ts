/** What each rule of the judge says, in one line for a person. A test holds that none is missing. */
const says: Readonly<Record<string, string>> = {
  "ended-by-order": "An order ended it, and nothing of it was found running afterwards.",
  "ending-by-order": "An order to end it was given, and is being carried out.",
  "never-launched": "It could not be launched.",
  "not-launched-yet": "It waits for its turn: tmux has not got it yet.",
  "exit-before-life": "Claude Code ended before it gave any sign of life.",
  "exit-event": "Claude Code has exited, and its launch script noted the code.",
  vanished: "Its tmux session is gone, and no exit was noted.",
  "start-up-dialog": "A dialog stands on the screen, before any sign of life: only you can answer it.",
  "no-sign-of-life":
    "Nothing was heard of Claude Code after the launch, and its prompt is not on the screen.",
  "unknown-start":
    "Nothing was heard of Claude Code after the launch; something that I do not know is on its screen.",
  asked: "Claude Code said by a hook that it asks you something, and nothing has settled that yet.",
  "waiting-without-a-hook": "The registry says that it waits for you, though no hook said for what.",
  "no-turn-begun":
    "It is idle and no turn ever began: such a task opens a menu, and nothing comes of that by itself.",
  "machine-turn-first":
    "It took up a conversation and first heard of a task that had died; the prompt it was given for that comes next.",
  "turn-failed": "Claude Code said by a hook that the turn ended in an error.",
  "background-tasks": "The turn is over, but tasks that it began still run.",
  "wake-ups": "The turn is over, and it has set itself a time to go on.",
  "stop-and-idle": "Claude Code said that the turn is over, and its registry says idle.",
  "stop-and-quiet":
    "Claude Code said that the turn is over, and its log is quiet; the registry says nothing, so it is not certain.",
  interrupted:
    "It rests without having said an end, and its transcript or screen ends with an interruption, or with a prompt that was taken back.",
  "finished-without-a-hook":
    "It looks over on every other channel, but never said that the turn ended; so it is not certain.",
  "failed-without-a-hook": "It rests, and its transcript or screen ends with an error; no hook said so.",
  "tasks-without-a-hook": "It rests, and a shell or agent of its own still runs; no hook said so.",
  "shells-gone":
    "The turn is over, and the shells that it left running are gone without having woken it; so it is not certain.",
  "sends-again": "The API refuses, and Claude Code sends its request again by itself.",
  "menu-on-the-screen": "Its screen shows something that waits for a key, and no other channel speaks.",
  "machine-restarted": "The machine was started again since the launch: nothing of before can live.",
  orphaned: "Its terminal is gone, and its process still lives.",
  "process-gone": "Its process is gone though its terminal is there, and no exit was noted.",
  "nothing-moves": "It should be at work, but nothing has moved on any channel for long.",
  "no-life-yet": "It was just launched; its first sign of life is still to come.",
  "at-work": "A turn is under way, and nothing says that it is over, waits or fails.",
};

/** Empty for a rule of another version. */
export function ruleWords(rule: string): string {
  return says[rule] ?? "";
}
