/** /why on the real thing: what is said of a session, what that rests on, and what keeps it from being cleared up. */
import { describe, expect } from "vitest";
import type { StoredMessage } from "../../../src/botapi/world/message.ts";
import { bash, say } from "../../../src/modelapi/index.ts";
import { answer } from "../../support/jama/chat.ts";
import {
  clearedUp,
  complete,
  keys,
  labels,
  launch,
  quietFor,
  screen,
  stopByButton,
  told,
} from "../../support/jama/session.ts";
import { graceSeconds, projectOf, storyTest } from "../../support/jama/stories.ts";
import type { World } from "../../support/jama/world.ts";

const it = storyTest("why");

const asks = (world: World, text: string): Promise<StoredMessage> => answer(world, world.person.sends(text));

describe.concurrent("/why", () => {
  it("says of a working session what each channel said last, asked by command and in words", async ({
    open,
  }) => {
    const world = await open();
    world.lab.api.script("add pagination", [
      bash("until [ -e go ]; do sleep 0.1; done; rm go"),
      say("Added."),
    ]);
    const name = await launch(world, "add pagination");
    await screen(world, name, "Running");
    for (const text of ["/why", `why is ${projectOf(world)} still running?`, "/why nobody"]) {
      const why = await asks(world, text);
      if (text.endsWith("nobody")) {
        expect(why.text).toBe("Why what? Which session?");
        continue;
      }
      const [title, state, says] = why.text.split("\n");
      expect([title, says]).toEqual([
        name,
        "A turn is under way, and nothing says that it is over, waits or fails. (at-work)",
      ]);
      expect(state).toMatch(/^working for \d+ s$/);
      expect(why.text).toMatch(/• hooks: a prompt was taken, \d+ s ago/);
      expect(why.text).toMatch(/• registry: busy, \d+ s ago/);
      expect(why.text).toMatch(/• tmux: there, nobody attached, 1 s ago/);
      expect(why.text).toMatch(/• log: grew to \d+ (bytes|kB), \d+ s ago/);
      expect(why.text).toMatch(/• screen: an empty prompt, it works, 1 s ago/);
      expect(why.text).not.toContain("clear");
      expect(labels(why)).toEqual(["Status", "Stop"]);
    }
    await stopByButton(world, name);
    for (const text of ["/why", `/why ${name}`, `why did you close ${projectOf(world)}?`]) {
      const over = await asks(world, text);
      expect(over.text.split("\n").slice(0, 3)).toEqual([
        name,
        "stopped",
        "An order ended it, and nothing of it was found running afterwards. (ended-by-order)",
      ]);
      expect(over.text).toMatch(/• end: nothing of it runs any more, 1 s before/);
      expect(over.text).toMatch(/Before that\n• working \(ending\)/);
      expect(labels(over)).toEqual([]);
    }
  });

  it("1: says of a finished one with text in its box what keeps it, by the button under the message about it", async ({
    open,
  }) => {
    const world = await open({ settings: { JAMA_IDLE_GRACE_SECONDS: "3" } });
    world.lab.api.script("add pagination", [say("Added.")]);
    const name = await launch(world, "add pagination");
    await complete(world, name);
    await keys(world, name, "-l", "half a thought");
    await screen(world, name, "half a thought");
    const kept = await told(world, "I leave the session open: there is text in its prompt box.");
    expect(labels(kept)).toEqual(["Attach", "Why", "Stop"]);
    await quietFor(world, name, graceSeconds); // what is painted keeps it, too
    world.person.taps(kept.id, "Why");
    const why = await told(world, "What I heard last");
    expect(why.text).toContain(
      "Claude Code said that the turn is over, and its registry says idle. (stop-and-idle)",
    );
    expect(why.text).toMatch(/• hooks: the turn is over, \d+ s ago/);
    expect(why.text).toContain("• screen: text in the prompt box, 1 s ago");
    expect(why.text).toMatch(
      /It is not cleared up, because\n• there is text in its prompt box(\nBefore that|$)/,
    );
    expect(why.text).not.toContain("half a thought");
    await keys(world, name, "C-u");
    await clearedUp(world, name);
  });
});
