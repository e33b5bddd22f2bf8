/** The intents the corpus speaks of. */
import type { IntentSpec } from "../../../src/desk/interpret/intent.ts";
import { chat } from "../../../src/desk/interpret/intents/chat.ts";
import { help } from "../../../src/desk/interpret/intents/help.ts";
import { launch } from "../../../src/desk/interpret/intents/launch.ts";
import { message } from "../../../src/desk/interpret/intents/message.ts";
import { projects } from "../../../src/desk/interpret/intents/projects.ts";
import { resume } from "../../../src/desk/interpret/intents/resume.ts";
import { sessions } from "../../../src/desk/interpret/intents/sessions.ts";
import { status } from "../../../src/desk/interpret/intents/status.ts";
import { stop } from "../../../src/desk/interpret/intents/stop.ts";
import { why } from "../../../src/desk/interpret/intents/why.ts";

export const specs: readonly IntentSpec[] = [
  message,
  stop,
  resume,
  status,
  sessions,
  projects,
  help,
  chat,
  why,
  launch,
];
