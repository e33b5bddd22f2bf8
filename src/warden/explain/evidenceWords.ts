/**
 * Evidence in plain words, without its time: what a channel said, for `/why` and `jama replay`. What a session
 * printed, and what a person typed, is not repeated. Pure.
 */
import type { Evidence, EvidenceOf } from "../evidence/evidence.ts";
import type { HookFact } from "../evidence/hookFact.ts";

export function evidenceWords(evidence: Evidence): string {
  switch (evidence.channel) {
    case "launched":
      return "tmux took it";
    case "not-launched":
      return "the launch failed";
    case "boot":
      return "Jama looked which run of the machine this is";
    case "woke":
      return "the machine had slept";
    case "hook":
      return hookWords(evidence.fact);
    case "registry":
      return registryWords(evidence);
    case "version":
      return `Claude Code ${evidence.version}, ${evidence.certified ? "certified" : "not certified"}`;
    case "exit":
      return `Claude Code exited with code ${evidence.code}`;
    case "tmux":
      return tmuxWords(evidence);
    case "log":
      return `grew to ${sizeWords(evidence.size)}`;
    case "process":
      return processWords(evidence);
    case "screen":
      return screenWords(evidence);
    case "transcript":
      return transcriptWords(evidence);
    case "order":
      return { stop: "to stop it", teardown: "to clear it up", "clear-failed-start": "to clear it away" }[
        evidence.order
      ];
    case "end":
      return evidence.leftovers.length === 0
        ? "nothing of it runs any more"
        : `only what it detached still runs: ${number(evidence.leftovers.length, "process", "processes")}`;
    case "desk":
      return {
        agreed: "the last message needs no answer",
        hold: "the last message needs you",
        "no-opinion": "no opinion on the last message",
      }[evidence.verdict];
    case "verify":
      return evidence.ok ? "passed" : "failed";
  }
}

function hookWords(fact: HookFact): string {
  switch (fact.event) {
    case "SessionStart":
      return fact.source === "startup" ? "Claude Code started" : `the conversation began (${fact.source})`;
    case "UserPromptSubmit":
      return fact.machine ? "it went on by itself" : "a prompt was taken";
    case "asked":
      return `it asks you: ${fact.ask.kind}`;
    case "answered":
      return "what it asked was answered";
    case "Stop":
      return stopWords(fact);
    case "StopFailure":
      return `the turn failed: ${fact.error.replaceAll("_", " ") || "unknown"}`;
    case "compacting":
      return "it shortens the conversation";
    case "SessionEnd":
      return `the conversation ended (${fact.reason || "no reason given"})`;
    case "other":
      return fact.name;
  }
}

function stopWords({ tasks, wakeUps }: Extract<HookFact, { event: "Stop" }>): string {
  const open = [
    tasks.length > 0 && `${number(tasks.length, "task")} still running`,
    wakeUps.length > 0 && `${number(wakeUps.length, "wake-up")} set`,
  ].filter((one) => one !== false);
  return ["the turn is over", ...open].join(", ");
}

function registryWords({ status, waitingFor }: EvidenceOf<"registry">): string {
  if (status === "shell") return "idle, a shell in the background";
  if (status === "unknown") return "it has no entry any more";
  return status === "waiting" && waitingFor !== "" ? `waiting (${waitingFor})` : status;
}

function tmuxWords({ present, server, renamed, dead, attached, panes }: EvidenceOf<"tmux">): string {
  if (!server) return "no tmux server runs";
  if (!present) return "no such session";
  if (renamed !== "") return `there, under the name ${renamed}`;
  if (dead) return "what ran in it has ended";
  const who = attached === 0 ? "nobody attached" : `${number(attached, "terminal")} attached`;
  return panes > 1 ? `there, ${who}, ${panes} panes` : `there, ${who}`;
}

function processWords({ claude, launcher, pid }: EvidenceOf<"process">): string {
  if (claude === "unknown") return "not known yet";
  if (claude === "gone") return `Claude Code (${pid}) is gone`;
  return launcher === "gone"
    ? `Claude Code (${pid}) lives, its recorder does not`
    : `Claude Code (${pid}) lives`;
}

function screenWords({ typed, dialog, menu, working, retrying, tasks, ended }: EvidenceOf<"screen">): string {
  if (dialog !== null) return `a dialog: ${dialog}`;
  if (menu) return "choices that wait for a key";
  if (typed === null) return "no prompt to be seen";
  const also = [
    retrying !== null && "a request is sent again",
    working && retrying === null && "it works",
    tasks > 0 && `${number(tasks, "task")} of its own`,
    ended !== null && `the turn ${ended === "failed" ? "failed" : "was interrupted"}`,
  ].filter((one) => one !== false);
  return [typed === "" ? "an empty prompt" : "text in the prompt box", ...also].join(", ");
}

function transcriptWords({ interrupted, failure, answered, wakeUps }: EvidenceOf<"transcript">): string {
  if (failure !== "") return "ends with the API's refusal";
  if (interrupted) return "ends with an interruption";
  if (!answered) return "ends with a prompt that has no answer";
  return wakeUps.length > 0
    ? `ends with a message, ${number(wakeUps.length, "wake-up")} set`
    : "ends with a message";
}

function sizeWords(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${Math.round(bytes / 1_000)} kB`;
}

function number(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
