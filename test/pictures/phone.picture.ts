/** docs/phone.png: the walk-through as the phone shows it, from a real run on real parts. */
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderPhone } from "../../src/botapi/phone.ts";
import { screenshot } from "../../src/botapi/screenshot.ts";
import { bash, json, say } from "../../src/modelapi/index.ts";
import { testKey } from "../support/claude/environment.ts";
import { openWorld, personId, type World } from "../support/jama/world.ts";

const picture = fileURLToPath(new URL("../../docs/phone.png", import.meta.url));
/** A picture in a README is loaded by everybody who looks at it. */
const maxBytes = 150_000;

const options = { timeoutMs: 60_000 };

const work = [
  bash(
    "git checkout -q -b feat/api-pagination && for n in 1 2 3; do echo $n > list$n.js; done && git add -A && git commit -qm one",
  ),
  bash(
    'for n in 4 5; do echo $n > list$n.js; done && echo \'require("node:test")("pages", () => {})\' > list.test.cjs && git add -A && git commit -qm two',
  ),
  bash("node --test"),
  say("Cursor-based pagination on the three list endpoints, with tests."),
];

let world: World;
beforeAll(async () => {
  world = await openWorld({ projectName: "webapp", start: false });
  world.lab.api.sideCall("interpret", "You route messages for Jama", [
    json({
      intent: "launch",
      confidence: "high",
      project: "webapp",
      projectConfidence: "high",
      candidates: [],
      session: null,
      drop: "have Claude Code ",
      model: null,
      permissionMode: null,
    }),
  ]);
  const words = "The three list endpoints take a cursor and a limit now; their tests cover the last page.";
  world.lab.api.sideCall("summarize", "You word the end of a coding session", [
    json({ verdict: "done", sentences: [words] }),
  ]);
  world.lab.api.script("add pagination", work);
  // tmux's default socket, in a folder of its own: the attach command reads as it does for most people.
  await world.start({
    JAMA_TMUX_SOCKET: undefined,
    TMUX_TMPDIR: world.lab.folder,
    JAMA_IDLE_GRACE_SECONDS: "4",
    ANTHROPIC_API_KEY: testKey,
  });
});
afterAll(() => world.close());

it("the walk-through becomes docs/phone.png", async () => {
  world.person.sends("have Claude Code add pagination to the API endpoints in webapp");
  await world.server.waitFor(personId, (one) => one.text.includes("cursor and a limit"), options);
  const { messages } = world.server.chat(personId);
  // A plain background: the gradient is most of what a PNG of it weighs.
  const page = renderPhone([...messages]).replace("</style>", "body{background:#cfe0bf}</style>");
  await world.server.waitFor(personId, (one) => one.text.includes("Cleared up"), options);
  await screenshot(page, picture, { height: 985, scale: 1.25 });
  expect((await stat(picture)).size).toBeLessThan(maxBytes);
});
