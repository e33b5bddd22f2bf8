/** Starts that cannot work end at once, with an exit code and a text that names what is wrong and what to do. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testKey, type World } from "../../support/jama/world.ts";
import { useWorlds } from "../../support/jama/worlds.ts";

const open = useWorlds(afterAll);
let world: World;
beforeAll(async () => {
  world = await open({ start: false });
});

async function refusal(
  settings: Record<string, string | undefined>,
): Promise<{ code: number | null; said: string }> {
  const bot = world.spawn({ LOG_LEVEL: "silent", ...settings });
  const code = await bot.exited;
  return { code, said: bot.output() };
}

it("a token that Telegram does not accept ends the start with code 3 and says where to get it, without showing it", async () => {
  const token = "123456789:AAwrongTOKENwrongTOKENwrongTOKEN";
  const { code, said } = await refusal({ TELEGRAM_BOT_TOKEN: token });
  expect(said).toBe("Telegram does not accept TELEGRAM_BOT_TOKEN. Copy it again from @BotFather.\n");
  expect(code).toBe(3);
});

it("a missing token and missing users are both named at once, each with its remedy, with code 2", async () => {
  const { code, said } = await refusal({ TELEGRAM_BOT_TOKEN: undefined, TELEGRAM_ALLOWED_USERS: " " });
  expect(said).toMatch(/^ {2}TELEGRAM_BOT_TOKEN is missing\. Create a bot with @BotFather/m);
  expect(said).toMatch(/^ {2}TELEGRAM_ALLOWED_USERS is missing\. Put your numeric Telegram user id here/m);
  expect(said.trim().split("\n")).toHaveLength(3);
  expect(code).toBe(2);
});

it("every wrong value is named at once, with its remedy and without the value", async () => {
  const wrong = {
    TELEGRAM_BOT_TOKEN: "not a token",
    TELEGRAM_ALLOWED_USERS: "@ada",
    TELEGRAM_ALLOWED_CHATS: "team",
    TELEGRAM_API_ROOT: "ftp://x",
    ANTHROPIC_BASE_URL: "nowhere",
    JAMA_AGENT_ENV: "A=1",
    JAMA_IDLE_GRACE_SECONDS: "soon",
    JAMA_STUCK_MINUTES: "-1",
    JAMA_MAX_SESSIONS: "0",
    JAMA_KEEP_DAYS: "a week",
    JAMA_TMUX_SOCKET: "a b",
    JAMA_TOPICS: "yes",
    JAMA_SSH_HOST: "-oProxyCommand=x",
    CLAUDE_PERMISSION_MODE: "never ask",
    LOG_LEVEL: "loud",
  };
  const { code, said } = await refusal({ ...wrong, ANTHROPIC_API_KEY: testKey });
  for (const [name, value] of Object.entries(wrong)) {
    expect(said).toMatch(new RegExp(`^ {2}${name} cannot be used as it is\\. \\S.{5,}`, "m"));
    if (value.length > 5) expect(said).not.toContain(value);
  }
  expect(said).not.toContain(testKey);
  expect(code).toBe(2);
});

it.each(["not a folder/home", "not a folder"])(
  "a JAMA_HOME that cannot be written (%s) ends the start with code 2 and its name",
  async (place) => {
    await writeFile(join(world.lab.folder, "not a folder"), "");
    const { code, said } = await refusal({ JAMA_HOME: join(world.lab.folder, place) });
    expect(said).toMatch(
      /^JAMA_HOME .*not a folder.* cannot be written\. Make it writable, or set another one\.$/m,
    );
    expect(code).toBe(2);
  },
);

it.each([
  ["{", /config\.json is not JSON\. Mend or remove it\./],
  [
    '{"projects":{"webapp":{"modle":"opus"}}}',
    /config\.json has mistakes:[\s\S]*modle[\s\S]*projects\.webapp/,
  ],
  ['{"projects":{"Web App":{}}}', /config\.json has mistakes:[\s\S]*Web App/],
])("a config.json with %s ends the start with code 2 and what is wrong", async (text, words) => {
  const file = join(world.jamaHome, "config.json");
  await writeFile(file, text);
  const { code, said } = await refusal({});
  expect(said).toMatch(words);
  expect(code).toBe(2);
  await writeFile(file, "{}");
});

it("9: a second bot on the same JAMA_HOME ends with code 2, and the first goes on; a crashed one's lock is taken over", async () => {
  const first = await world.start();
  const { code, said } = await refusal({});
  expect(said).toMatch(new RegExp(`^Another Jama \\(process ${first.pid}\\) uses JAMA_HOME .* already\\.`));
  expect(code).toBe(2);
  expect(world.server.polling).toBe(true);
  await first.kill();
  const next = await world.start();
  expect(await next.stop()).toBe(0);
});
