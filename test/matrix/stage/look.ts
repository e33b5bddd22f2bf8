/** Collects what there is to be seen of a run: the chat, the journals, the processes. */
import { pidsOf, sessionFolder } from "../../support/jama/session.ts";
import { personId } from "../../support/jama/world.ts";
import type { Message, Pair, Seen, SessionSeen } from "../judge/compare.ts";
import { evidenceOf, type JournalLine, readJournal, statesOf } from "../look/journal.ts";
import { kindOf } from "../look/kinds.ts";
import { factAt, lastByteBefore } from "../look/latency.ts";
import type { RunRecord } from "../record.ts";
import type { Stage } from "./stage.ts";

export async function look(stage: Stage): Promise<Seen> {
  const until = Date.now();
  const messages = stage.world.server.chat(personId).fromBot.flatMap((one): Message[] => {
    const kind = kindOf(one);
    const { at, silent, original } = one;
    return kind === undefined ? [] : [{ kind, at, silent, text: original.text }];
  });
  const sessions = await Promise.all(stage.sessions().map((name) => sessionSeen(stage, name)));
  return { messages, sessions, until };
}

async function sessionSeen({ world }: Stage, name: string): Promise<SessionSeen> {
  const lines = await readJournal(sessionFolder(world, name));
  const alive = (await pidsOf(world, name, world.lab.program)).length > 0;
  const teardown = evidenceOf(lines, "order").findLast((one) => one["order"] === "teardown");
  return { name, states: statesOf(lines), alive, ...(teardown ? { tornDownAt: teardown.at } : {}) };
}

export async function latencies(stage: Stage, pairs: readonly Pair[]): Promise<RunRecord["told"]> {
  const journals = await Promise.all(
    stage.sessions().map((name) => readJournal(sessionFolder(stage.world, name))),
  );
  const lines: JournalLine[] = journals.flat().sort((one, other) => one.at - other.at);
  const lastBytes = stage.api.requests
    .filter((one) => one.kind === "main")
    .flatMap(({ answer }) => answer?.lastByteAt ?? [])
    .sort((one, other) => one - other);
  return pairs.map(({ told, message: { kind, at } }) => {
    const fact = factAt({ told, at, lines, marks: stage.marks, lastBytes });
    const lastByte = told.since === undefined ? lastByteBefore({ lastBytes, at }) : undefined;
    return {
      kind,
      fromFact: fact === undefined ? null : rounded(at - fact),
      fromLastByte: fact === undefined || lastByte === undefined ? null : rounded(at - lastByte),
    };
  });
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
