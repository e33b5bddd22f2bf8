/** The composition root: settings in, a warden and a desk side by side, and an orderly end. */
import { fileURLToPath } from "node:url";
import pino from "pino";
import { hostUser, readEnvironment } from "./config/environment.ts";
import { holdHome, makeHome } from "./config/holdHome.ts";
import { readConfigFile } from "./config/projects.ts";
import { readSettings, type Settings, SettingsError } from "./config/settings.ts";
import { createDesk } from "./desk/createDesk.ts";
import { WrongTokenError } from "./desk/telegram/poll.ts";
import { createWarden } from "./warden/createWarden.ts";

/** Exit codes: 2 the settings are wrong, 3 Telegram does not accept the token, 1 anything else. */
const exitCodes = { settings: 2, token: 3, other: 1 } as const;

const env = readEnvironment(process.cwd());

async function run(settings: Settings): Promise<void> {
  const log = pino({ level: settings.logLevel, redact: ["token", "apiKey"] }, pino.destination(2));
  await makeHome(settings.home);
  const config = await readConfigFile(settings.home);
  const release = await holdHome(settings.home);
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
    await release();
  }
}

try {
  await run(readSettings(env));
} catch (error) {
  if (error instanceof SettingsError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.settings;
  } else if (error instanceof WrongTokenError) {
    process.stderr.write(`${error.message}. Copy it again from @BotFather.\n`);
    process.exitCode = exitCodes.token;
  } else {
    process.stderr.write(`Jama stopped: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = exitCodes.other;
  }
}
