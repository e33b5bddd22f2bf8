/** A turn that the API refused goes on from the phone: at once, or when the limit is lifted. */
import { describe, expect } from "vitest";
import { fail, say } from "../../../src/modelapi/index.ts";
import { clearedUp, complete, launch, told } from "../../support/jama/session.ts";
import { storyTest } from "../../support/jama/stories.ts";

const it = storyTest("refused");

describe.concurrent("a turn that the API refused", () => {
  it("7: goes on when the person says so", async ({ open }) => {
    const world = await open();
    const refusal = fail(429, "rate_limit_error", "Try again later.", { times: "turn", retryAfter: 7_200 });
    world.lab.api.script("add pagination", [refusal, say("Added after all.")]);
    const name = await launch(world, "add pagination");
    const failed = await told(world, `Session ${name} failed: rate limit. It stays open.`);
    expect(failed.text).toContain("It can go on when the limit is lifted.");
    world.person.taps(failed.id, "Go on");
    expect((await complete(world, name)).text).toContain("Added after all.");
    await clearedUp(world, name);
  });

  it("7, 9: goes on by itself when the limit is lifted, also when Jama is started anew meanwhile", async ({
    open,
  }) => {
    const world = await open();
    const liftedAt = Math.floor(Date.now() / 1_000) + 20;
    const said = `Claude usage limit reached|${liftedAt}`;
    const refusal = fail(429, "rate_limit_error", said, { times: "turn", retryAfter: 7_200 });
    world.lab.api.script("add pagination", [refusal, say("Added after all.")]);
    const name = await launch(world, "add pagination");
    const failed = await told(world, `Session ${name} failed: rate limit. It stays open.`);
    expect(failed.text).toContain("The limit is lifted at");
    world.person.taps(failed.id, "Resume then");
    await told(world, `I let ${name} go on at`);
    await world.bots[0]?.kill();
    await world.start();
    await told(world, `the limit is lifted, and ${name} goes on.`);
    expect(Date.now()).toBeGreaterThanOrEqual(liftedAt * 1_000);
    expect((await complete(world, name)).text).toContain("Added after all.");
    await clearedUp(world, name);
  });
});
