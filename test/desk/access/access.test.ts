/** Who is heard. */
import { describe, expect, it } from "vitest";
import { isHeard } from "../../../src/desk/access.ts";

const allowed = { users: [42], chats: [-100] };
const cases: readonly [string, number | undefined, { id: number; type: string }, boolean][] = [
  ["a listed person in private", 42, { id: 42, type: "private" }, true],
  ["a listed person in a listed group", 42, { id: -100, type: "supergroup" }, true],
  ["a listed person in another group", 42, { id: -200, type: "group" }, false],
  ["a stranger in private", 43, { id: 43, type: "private" }, false],
  ["a stranger in a listed group", 43, { id: -100, type: "supergroup" }, false],
  ["nobody, as a group itself", undefined, { id: -100, type: "supergroup" }, false],
  ["a channel", undefined, { id: -300, type: "channel" }, false],
  ["somebody in a private chat that is not theirs", 42, { id: 43, type: "private" }, false],
  ["a listed person in a group whose id is theirs", 42, { id: 42, type: "group" }, false],
];

describe("10: heard is", () => {
  it.each(cases)("%s", (_, userId, chat, heard) => {
    expect(isHeard({ userId, chat }, allowed)).toBe(heard);
  });

  it("nobody when nobody is listed", () => {
    expect(isHeard({ userId: 42, chat: { id: 42, type: "private" } }, { users: [], chats: [] })).toBe(false);
  });
});
