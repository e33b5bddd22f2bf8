import { describe, expect, it } from "vitest";
import { readPlaces } from "../../src/config/places.ts";

describe("where things are", () => {
  it.each([
    [{ HOME: "/home/ada" }, { home: "/home/ada/.jama", claudeBin: "claude" }],
    [
      { HOME: "/home/ada", JAMA_HOME: " ", CLAUDE_BIN: "" },
      { home: "/home/ada/.jama", claudeBin: "claude" },
    ],
    [
      { HOME: "/home/ada", JAMA_HOME: "~/state", CLAUDE_BIN: "/opt/claude" },
      { home: "/home/ada/state", claudeBin: "/opt/claude" },
    ],
  ])("%j is understood without any other setting", (env, places) => {
    expect(readPlaces(env)).toEqual(places);
  });
});
