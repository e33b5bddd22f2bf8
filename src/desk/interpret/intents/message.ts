/** Words for a session that runs or has ended: mostly a reply to one of its messages. */
import { any, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const answers =
  any(`yes | yeah | yep | yup | y | no | nope | n | ok | okay | sure | go | go ahead | do it | do that |
  proceed | continue | carry on | approved? | lgtm | both | neither | none | either | all of them |
  whatever | you decide | skip | done | finished | as you like | up to you | ja | nein | weiter | mach
  weiter | beide | passt | gern\\w* | oui | non | vas y | continue | si | hazlo | dale | sigue | sim | nao
  | vai | pode ser | va bene | да | нет | давай | продолжай | tak | nie | doorgaan | evet | hayir | はい |
  いいえ | お願いします | 好 | 好的 | 是 | 不 | 네 | 아니요`);
const choices =
  any(`(?:option|choice|number|answer|variante|nummer|opcion|вариант|option) ?(?:\\d|[a-f]) | \\d | [a-f] |
  (?:first|second|third|fourth|last|1st|2nd|3rd|erste|zweite|dritte|premiere?|deuxieme|primer[oa]?|segund[oa]|первы[йе]|второй)(?: one| option| choice)?`);
const told = any(
  "tell|ask|say to|answer|reply to|remind|sag|sage|frag|dis a|demande a|dile a|pide a|diz a|di a|скажи|zeg tegen|powiedz",
);

export const message: IntentSpec = {
  name: "message",
  meaning: "words for one running session: an answer to its question or a further instruction",
  examples: [
    "cursor based",
    "yes",
    "also add tests for that",
    "tell the webapp session to skip the e2e tests",
  ],
  needs: "message",
  cues: [
    ...whole(`(?:${answers}|${choices})(?: (?:${answers}|${choices}|one|it|that))*`).map((says) => ({
      says,
      when: "waiting" as const,
    })),
    { says: new RegExp(`^${told} (?:PROJECT|SESSION|session)(?![\\p{L}])`, "u"), when: "live" },
  ],
  otherwise: "reply",
};
