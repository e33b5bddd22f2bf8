/** The composition root: settings in, a warden and a desk side by side, and an orderly end. */
import { fileURLToPath } from "node:url";
import { hostUser, readEnvironment } from "./config/environment.ts";
import { holdHome, makeHome } from "./config/holdHome.ts";
import { readConfigFile } from "./config/projects.ts";
import { readSettings, type Settings, SettingsError } from "./config/settings.ts";
import { createDesk } from "./desk/createDesk.ts";
import { WrongTokenError } from "./desk/telegram/poll.ts";
import { blotter, createLog } from "./log.ts";
import { createWarden } from "./warden/createWarden.ts";

/** Exit codes: 2 the settings are wrong, 3 Telegram does not accept the token, 1 anything else. */
const exitCodes = { settings: 2, token: 3, other: 1 } as const;

const env = readEnvironment(process.cwd());

async function run(settings: Settings): Promise<void> {
  const log = createLog(settings.logLevel, [settings.telegram.token, settings.model.apiKey ?? ""]);
  await makeHome(settings.home);
  const config = await readConfigFile(settings.home);
  const release = await holdHome(settings.home);
  try {
    for (const name of settings.notBuiltYet) log.warn({ name }, "this setting is known but not built yet");
    const stopping = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
    const ownFolder = fileURLToPath(new URL("..", import.meta.url));
    const warden = await createWarden({ settings, config, env, user: hostUser(env), ownFolder, log });
    const desk = await createDesk({ settings, warden, signal: stopping.signal, log });
    try {
      await desk.ended;
      log.info({}, "stopping; sessions go on and are adopted at the next start");
    } finally {
      await desk.settle();
      warden.close();
    }
  } finally {
    await release();
  }
}

/** What is said of an end, and the code that goes with it. */
function explain(error: unknown): { said: string; code: number } {
  if (error instanceof SettingsError) return { said: error.message, code: exitCodes.settings };
  if (error instanceof WrongTokenError) {
    return { said: `${error.message}. Copy it again from @BotFather.`, code: exitCodes.token };
  }
  const blot = blotter([env["TELEGRAM_BOT_TOKEN"] ?? "", env["ANTHROPIC_API_KEY"] ?? ""]);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { said: `Jama stopped: ${blot(trace)}`, code: exitCodes.other };
}

try {
  await run(readSettings(env));
  process.exit(0); // a timer that waits for Telegram must not hold a stop back
} catch (error) {
  const { said, code } = explain(error);
  process.stderr.write(`${said}\n`);
  process.exit(code); // nor may one keep alive what has failed
}
