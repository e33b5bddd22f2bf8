/**
 * `settings.json` of one session: hooks that drop each payload into the mailbox, prompt suggestions off (ghost
 * text looks like typed text), and the work folder opened by allow rules (`--add-dir` would open a dialog).
 */
import { shellQuote } from "./shellQuote.ts";

/** The events that Jama listens to; for PostToolUse only the tools that ask a person. */
const hooks: readonly { event: string; matcher?: string }[] = [
  { event: "SessionStart" },
  { event: "UserPromptSubmit" },
  { event: "PermissionRequest" },
  { event: "PostToolUse", matcher: "AskUserQuestion|ExitPlanMode" },
  { event: "Notification" },
  { event: "Elicitation" },
  { event: "PreCompact" },
  { event: "Stop" },
  { event: "StopFailure" },
  { event: "SessionEnd" },
];

/** A shell is started per event, so it runs as little as it can: two small programs, about 2 ms (FACTS). */
function relayCommand(eventsFolder: string, event: string): string {
  const folder = shellQuote(eventsFolder);
  return `f=${folder}/${event}.$$; while [ -e "$f.json" ]; do f=$f.0; done; t=${folder}/.${event}.$$; cat >"$t" && mv "$t" "$f.json"`;
}

export interface HookSettingsInput {
  folder: string;
  /** True only with the person's recorded consent. */
  bypassConsent: boolean;
}

export function hookSettings({ folder, bypassConsent }: HookSettingsInput): object {
  const entry = ({ event, matcher }: (typeof hooks)[number]) => [
    event,
    [
      {
        ...(matcher ? { matcher } : {}),
        hooks: [{ type: "command", command: relayCommand(`${folder}/events`, event), timeout: 10 }],
      },
    ],
  ];
  return {
    hooks: Object.fromEntries(hooks.map(entry)),
    promptSuggestionEnabled: false,
    permissions: { allow: [`Read(/${folder}/work/**)`, `Edit(/${folder}/work/**)`] },
    ...(bypassConsent ? { skipDangerousModePermissionPrompt: true } : {}),
  };
}
