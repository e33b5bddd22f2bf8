/** /projects: what Jama may work in. */
import type { Action } from "../action.ts";
import { projects as intent } from "../interpret/intents/projects.ts";
import { bold, draft, type Rich } from "../message/compose.ts";

/** As many as a person reads on a phone; the rest is counted. */
const shown = 40;

export const action: Action = {
  name: "projects",
  command: "The projects I know",
  intent,

  async run({ incoming, projects }, desk) {
    const lines: Rich[] = projects.slice(0, shown).map(({ name, slug, aliases, description }) => {
      const called = [...(slug === name ? [] : [slug]), ...aliases].join(", ");
      return bold(name).plain(`${called ? ` (${called})` : ""}${description ? `: ${description}` : ""}`);
    });
    if (projects.length > shown) lines.push(`and ${projects.length - shown} more`);
    if (projects.length === 0)
      lines.push("None yet. A git repository directly under JAMA_PROJECTS_DIR is one.");
    await desk.say(incoming, `u${incoming.updateId}`, draft({ lines }));
  },
};
