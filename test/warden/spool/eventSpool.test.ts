/** Events on their way to the desk. */
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { SessionEvent } from "../../../src/protocol/events.ts";
import { EventSpool } from "../../../src/warden/spool/eventSpool.ts";
import { session } from "../../desk/message/sound.ts";
import { waitFor } from "../../support/claude/wait.ts";
import { rememberingLog, tempFolder } from "../../support/host/temp.ts";

const event = (id: string): SessionEvent => ({ v: 1, id, at: 0, session: session(), type: "interrupted" });

async function openSpool(home: string) {
  const { log, said } = rememberingLog();
  const spool = new EventSpool(join(home, "events"), SessionEvent, log);
  await spool.open();
  onTestFinished(() => spool.close());
  const taken: string[] = [];
  const take = async ({ id }: SessionEvent) => void taken.push(id);
  return { spool, taken, take, said };
}

describe("8: events", () => {
  it("wait for the first listener, and come in order", async () => {
    const { spool, taken, take } = await openSpool(await tempFolder());
    for (const id of ["a", "b"]) await spool.publish(event(id));
    spool.subscribe(take);
    await spool.publish(event("c"));
    await waitFor(async () => taken.length === 3);
    expect(taken).toEqual(["a", "b", "c"]);
  });

  it("come one at a time", async () => {
    const { spool, taken } = await openSpool(await tempFolder());
    let open = 0;
    spool.subscribe(async ({ id }) => {
      open += 1;
      await Promise.resolve();
      expect(open).toBe(1);
      open -= 1;
      taken.push(id);
    });
    await Promise.all(["a", "b", "c"].map((id) => spool.publish(event(id))));
    await waitFor(async () => taken.length === 3);
  });

  it("9: come again after a restart when they were not taken, and not when they were", async () => {
    const home = await tempFolder();
    const first = await openSpool(home);
    first.spool.subscribe(async ({ id }) => {
      if (id === "b") return new Promise(() => undefined);
      first.taken.push(id);
    });
    for (const id of ["a", "b", "c"]) await first.spool.publish(event(id));
    await waitFor(async () => first.taken.length === 1);
    first.spool.close();
    const second = await openSpool(home);
    second.spool.subscribe(second.take);
    await waitFor(async () => second.taken.length === 2);
    expect(second.taken).toEqual(["b", "c"]);
  });

  it("that the desk could not take come again, before all later ones", async () => {
    const { spool, taken, take, said } = await openSpool(await tempFolder());
    let failures = 1;
    spool.subscribe(async (one) => {
      if (failures-- > 0) throw new Error("no");
      await take(one);
    });
    for (const id of ["a", "b"]) await spool.publish(event(id));
    await waitFor(async () => taken.length === 2);
    expect(taken).toEqual(["a", "b"]);
    expect(said).toHaveLength(1);
  });
});
