/** Keeps what a run that went wrong leaves: journal, transcripts, chat, screens, the bot's log, so that it can be looked into. */
import { copyFile, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../support/claude/fetch.ts";
import { sessionFolder } from "../../support/jama/session.ts";
import { personId } from "../../support/jama/world.ts";
import type { Fault } from "../judge/compare.ts";
import { keyOf, type RunKey } from "../record.ts";
import type { Stage } from "./stage.ts";

export async function keepEvidence(
  stage: Stage,
  key: RunKey,
  faults: readonly Fault[],
  screens: readonly string[],
): Promise<void> {
  const folder = join(cacheFolder(), "matrix", "failed", keyOf(key).replaceAll(" ", "_"));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { server, bots } = stage.world;
  const texts = {
    "faults.txt": faults.map(({ kind, what }) => `${kind}: ${what}`).join("\n"),
    "chat.txt": server.chat(personId).print(),
    "screens.txt": screens.join("\n\n"),
    "bot.log": bots.map((bot) => bot.output()).join("\n--- next bot\n"),
    "marks.json": JSON.stringify([...stage.marks]),
    "model.txt": stage.api.requests
      .map((one) => `${one.at.toFixed(0)} ${one.kind} ${one.script ?? "-"} ${one.answer?.status ?? "open"}`)
      .join("\n"),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), `${text}\n`);
  const transcripts = join(stage.world.lab.home, ".claude", "projects");
  await cp(transcripts, join(folder, "transcripts"), { recursive: true }).catch(() => undefined); // none yet
  for (const name of stage.sessions()) {
    const from = join(sessionFolder(stage.world, name), "journal.jsonl");
    await copyFile(from, join(folder, `${name}.jsonl`)).catch(() => undefined); // it may be what went wrong
  }
}
