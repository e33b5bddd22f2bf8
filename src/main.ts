#!/usr/bin/env node
/**
 * The composition root: settings in, a warden and a desk side by side, and an orderly end. It is the `jama` command,
 * too: without a word that says otherwise it starts the bot.
 */
import { fileURLToPath } from "node:url";
import { certifyInBackground } from "./certify/inBackground.ts";
import { runProgram } from "./cli/program.ts";
import { hostUser, readEnvironment } from "./config/environment.ts";
import { holdHome, makeHome } from "./config/holdHome.ts";
import { readPlaces } from "./config/places.ts";
import { readConfigFile } from "./config/projects.ts";
import { type Env, readSettings, SettingsError } from "./config/settings.ts";
import { readVersion } from "./config/version.ts";
import { createDesk } from "./desk/createDesk.ts";
import { WrongTokenError } from "./desk/telegram/poll.ts";
import { blotter, createLog } from "./log.ts";
import { createWarden } from "./warden/createWarden.ts";
import { shippedVersions } from "./warden/versions/shipped.ts";

/** Exit codes: 2 the settings are wrong, 3 Telegram does not accept the token, 1 anything else. */
const exitCodes = { settings: 2, token: 3, other: 1 } as const;

const environment = () => readEnvironment(process.cwd());
const main = fileURLToPath(import.meta.url);
const ownFolder = fileURLToPath(new URL("..", import.meta.url));
const version = readVersion();

async function run(env: Env): Promise<void> {
  const settings = readSettings(env);
  const log = createLog(settings.logLevel, [settings.telegram.token, settings.model.apiKey ?? ""]);
  await makeHome(settings.home);
  const config = await readConfigFile(settings.home);
  const release = await holdHome(settings.home);
  try {
    for (const name of settings.notBuiltYet) log.warn({ name }, "this setting is known but not built yet");
    const stopping = new AbortController();
    // Not `once`: execa ends the process itself, in the middle of a call, where it finds no listener but its own.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
    const user = hostUser(env);
    const { home, claude } = settings;
    const run = certifyInBackground({ main, bin: claude.bin, home, user, path: env["PATH"] ?? "" });
    const certification = { shipped: shippedVersions, run };
    const warden = await createWarden({
      ...{ settings, config, env, user, ownFolder, version, certification, log },
    });
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
function explain(error: unknown, env: Env): { said: string; code: number } {
  if (error instanceof SettingsError) return { said: error.message, code: exitCodes.settings };
  if (error instanceof WrongTokenError) {
    return { said: `${error.message}. Copy it again from @BotFather.`, code: exitCodes.token };
  }
  const blot = blotter([env["TELEGRAM_BOT_TOKEN"] ?? "", env["ANTHROPIC_API_KEY"] ?? ""]);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { said: `Jama stopped: ${blot(trace)}`, code: exitCodes.other };
}

/** The bot, from its start to its end. */
async function start(): Promise<number> {
  const env = environment();
  try {
    await run(env);
    return 0;
  } catch (error) {
    const { said, code } = explain(error, env);
    process.stderr.write(`${said}\n`);
    return code;
  }
}

const code = await runProgram(
  process.argv.slice(2),
  {
    environment,
    user: () => hostUser(environment()),
    places: () => readPlaces(environment()),
    ownFolder,
    version,
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  },
  start,
);
process.exit(code); // neither a timer that waits for Telegram nor what has failed may hold the end back
