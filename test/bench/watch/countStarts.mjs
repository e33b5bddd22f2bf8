// Loaded into the bot (NODE_OPTIONS): a byte in a file for each program that it starts. /proc/stat counts the whole machine.
import { subscribe } from "node:diagnostics_channel";
import { appendFileSync } from "node:fs";

subscribe("child_process", () => appendFileSync(process.env.JAMA_BENCH_STARTS, "."));
