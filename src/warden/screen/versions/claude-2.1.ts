/** What Claude Code 2.1 writes on its screens, as far as Jama goes by it (seen in 2.1.197 and 2.1.329). */
import type { ScreenTexts } from "../screenTexts.ts";

export const claude21: ScreenTexts = {
  since: "2.1.0",
  prompt: "❯",
  bullet: "●",
  status: /^[·✢✳✶✻✽*] /,
  spinner: /^[·✢✳✶✻✽*] \S[^\n]*…/,
  interruptible: /esc to interr/,
  retrying: /\S[^\n]*retrying in \d+ ?s[^\n]*/i,
  tasks: /(?:^|· |Waiting for )(\d+) (?:background |local )?(?:shell|agent|task|monitor)s?\b/,
  interrupted:
    /^\s*[⎿●]\s+(?:Interrupted\b|Rejected Claude's plan|User (?:rejected|declined)|Declined to answer)/,
  failed:
    /^(?:API Error\b|Prompt is too long|Not logged in|Please run \/login|Invalid API key|Credit balance (?:is )?too low|Context limit reached|There's an issue with the selected model|You've hit your)|usage limit reached/i,
  choice: /^\s*❯ \d+\. \S/,
  keys: /\b(?:Enter(?:\/\S+)? to \w+|Esc to (?!interr)\w+|ctrl\+g to edit)|\bAccept\s{2,}Decline\b/i,
  dialogs: [
    {
      name: "trust",
      title: "Do you trust this folder?",
      says: /Is this a project you created or one you trust|Do you trust the files in this folder/i,
    },
    {
      name: "bypass",
      title: "Bypass permissions?",
      says: /Bypass Permissions mode.*(accept|responsib)|By proceeding, you accept all responsibility/is,
    },
    {
      name: "key",
      title: "Use this API key?",
      says: /Detected a custom API key|Do you want to use this API key/i,
    },
    { name: "theme", title: "Choose a theme", says: /Choose the text style|Let's get started/i },
    { name: "login", title: "Login needed", says: /Select login method|Paste code here if prompted/i },
    { name: "mcp", title: "Use this project's MCP servers?", says: /New MCP servers? found in/i },
  ],
};
