/** A session that waits in the queue: stopped like any other, and told when it cannot start. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { answer, botSays, completed, launched, rewritten } from "../../support/jama/chat.ts";
import { whenOver } from "../../support/jama/knownSessions.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds();

it("a queued session that is stopped never starts, keeps no buttons, and holds up no other launch", async () => {
  const world = await open({ more: ["billing"], settings: { JAMA_IDLE_GRACE_SECONDS: "1" } });
  const { person, lab } = world;
  lab.api.script("fix the login", [bash("until [ -e one ]; do sleep 0.1; done"), say("Fixed.")]);
  person.sends("webapp: fix the login");
  const first = await launched(world);
  const busy = await answer(world, person.sends("webapp: fix the footer"));
  person.taps(busy.id, "After it");
  const queued = await botSays(world, "Queued: claude-");
  const name = queued.text.split("\n")[0]?.replace("Queued: ", "") ?? "";

  person.taps(queued.id, "Stop");
  const sure = await botSays(world, `Stop ${name}?`);
  person.taps(sure.id, "Yes, stop it");
  await rewritten(world, sure, `${name} is stopped.`);
  await whenOver(world, name);

  person.sends("billing: fix the sums");
  await launched(world, [first]);
  await writeFile(join(lab.project.path, "one"), "");
  await completed(world, first);
  await whenOver(world, first);
  const said = await answer(world, person.sends("/sessions"));
  expect(said.text).not.toContain("claude-webapp-");
});

it("a queued session that cannot start when its turn comes is told", async () => {
  const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "1" } });
  const { person, lab } = world;
  lab.api.script("fix the login", [bash("until [ -e one ]; do sleep 0.1; done"), say("Fixed.")]);
  person.sends("webapp: fix the login");
  const first = await launched(world);
  const busy = await answer(world, person.sends("webapp: fix the footer"));
  person.taps(busy.id, "After it");
  await botSays(world, "Queued: claude-");
  await writeFile(join(lab.project.path, "one"), "");
  await completed(world, first);
  await rm(lab.project.path, { recursive: true, force: true });
  await botSays(world, /did not start|Not started/);
});
