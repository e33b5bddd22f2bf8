/** To go on with a session that is over. Words for one that runs are a message to it. */
import { any, running, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const verb =
  any(`resume | revive | bring back | pick up | reprends | reprendre | relance | reanuda | reanudar | retoma |
  retomar | retome | riprendi | riprendere | hervat | возобнови | wznow | devam ettir | ateruppta`);
const what = `(?:${running}|dead|crashed|last|killed|ended|stopped|lost|abgesturzte|letzte|derniere|ultima)`;
const east = any("再開(?:して)?|恢复|继续|재개(?:해줘)?");

export const resume: IntentSpec = {
  name: "resume",
  meaning: "go on with a session that has crashed or ended; never for one that still runs",
  examples: ["resume webapp", "resume the crashed session", "setze webapp fort", "reprends webapp"],
  needs: "session",
  cues: whole(
    `${verb}(?: ${what})+(?: (?:again|wieder|auf|back up|up))?`,
    `(?:setze?|fuhre?|nimm) (?:${what} )+(?:fort|weiter|wieder auf)`,
    `(?:${what} )+(?:fortsetzen|fortfuhren|wieder aufnehmen|hervatten)`,
    `(?:PROJECT|SESSION) ?(?:を)?${east}(?:ください)?|${east} ?(?:PROJECT|SESSION)`,
  ),
};
