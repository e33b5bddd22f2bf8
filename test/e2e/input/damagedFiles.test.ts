/** Files of the bot that a power cut or a person damaged: what lives is adopted, and nothing is done twice. */
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bash, say } from "../../../src/modelapi/index.ts";
import { answer, botSays, launched, launchedNames, launchMessage } from "../../support/jama/chat.ts";
import { sessionsOf, whenOver } from "../../support/jama/knownSessions.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds();

it.each(['{"version":1,"sess', ""])(
  "9: index.json and desk.json damaged (%j) are set aside, a live session is adopted and its end told",
  async (damage) => {
    const world = await open({ start: false, forgets: true });
    const first = await world.start();
    world.lab.api.script("fix the login", [bash("until [ -e go ]; do sleep 0.1; done"), say("Fixed.")]);
    const sent = world.person.sends("webapp: fix the login");
    const name = await launched(world);
    await world.lab.api.waitForRequest((one) => one.kind === "main" && one.answer !== undefined);
    await first.kill();
    for (const file of ["index.json", "desk.json"]) await writeFile(join(world.jamaHome, file), damage);

    await world.start();
    expect(await readdir(world.jamaHome)).toEqual(
      expect.arrayContaining(["index.json.bad", "desk.json.bad"]),
    );
    expect((await answer(world, world.person.sends("/sessions"))).text).toContain(name);
    world.server.repeat(sent.updateId ?? 0);
    await world.lab.project.write({ go: "" });
    await botSays(world, `Session ${name} complete.`);
    await whenOver(world, name);
    world.person.taps((await launchMessage(world, name)).id, "Stop");
    await botSays(world, `${name} is over already: `);
    expect(launchedNames(world)).toEqual([name]);
    expect(await sessionsOf(world)).toHaveLength(1);
  },
  60_000,
);
