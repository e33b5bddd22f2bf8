/** Messages that are no event of the warden, such as a status with what the terminal shows, keep secrets too. */
import { describe, expect, it } from "vitest";
import { card } from "../../../src/desk/actions/status.ts";
import { redactDraft } from "../../../src/desk/message/redactDraft.ts";
import { expectSound, session } from "./sound.ts";

const secret = ["sk-ant", "a".repeat(40)].join("-");
const status = (lastLines: string[]) =>
  card({ view: session(), rule: "at-work", attach: "tmux attach", lastLines }, 0);

describe("11: a message", () => {
  it("shows no secret that the terminal shows", () => {
    const message = redactDraft(status(["$ env", `ANTHROPIC_API_KEY=${secret}`]), []);
    expect(message.text).toContain("ANTHROPIC_API_KEY=[secret]");
    expect(message.buttons).toEqual(status([]).buttons);
    expectSound(message);
  });

  it("hides them in its document as well", () => {
    const message = redactDraft(status([`${secret}\n`.repeat(100)]), []);
    expect(message.document?.content).not.toContain(secret);
    expect(message.entities).not.toEqual([]);
  });

  it("without any stays as it is", () => {
    const plain = status(["all quiet"]);
    expect(redactDraft(plain, ["not in there"])).toBe(plain);
  });
});
