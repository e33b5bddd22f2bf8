/** Why a session is said to be in the state it is in. Only sentences that ask nothing else count. */
import { any, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const named = "(?:PROJECT|SESSION)";

/** A question why, small words, a state at the end (in some languages more small words). "por" is a filler. */
function whyState(why: string, small: string, state: string, last = ""): string {
  const words = any(`PROJECT | SESSION | ${small}`);
  return `${any(why)}(?: ${words})* ${any(state)}${last === "" ? "" : `(?: ${any(last)})*`}`;
}

const aboutStates = whole(
  whyState(
    "why | but why | and why",
    `is | are | was | isnt | arent | has | hasnt | does | did | do | not | still | already | yet | it | its | that | this |
    one | session | task | run | say | said | think | thought | believe | claim | telling me | saying | tell me | been`,
    `stuck | done | finished | complete | completed | over | open | closed | waiting | failed | lost | interrupted |
    gone | alive | running | stopped | silent | quiet | kept`,
    "it | session | one",
  ),
  whyState(
    "warum | wieso | weshalb | woher",
    `ist | hangt | steht | wartet | bleibt | es | das | die | sitzung | noch | immer | nicht | sagst | meinst | denkst |
    weisst | dass`,
    "fertig | offen | fest | gestoppt | hangen | geschlossen | weg | still | fehlgeschlagen",
    "ist | sei",
  ),
  whyState(
    "pourquoi",
    "ca | cela | c | n | cest | est | que | dis | encore | toujours | deja | pas | session",
    "bloquee? | finie? | terminee? | ouverte? | fermee? | arretee? | perdue?",
  ),
  whyState(
    "que | porque",
    `dices | dizes | diz | que | esta | ta | sigue | continua | todavia | aun | ya | ainda | ja | no | nao | sesion |
    sessao`,
    "parad[oa] | bloquead[oa] | atascad[oa] | abiert[oa] | abert[oa] | cerrad[oa] | fechad[oa] | list[oa] | pront[oa] | terminad[oa] | travad[oa]",
  ),
  whyState(
    "perche",
    "dici | che | e | sta | resta | ancora | gia | non | sessione",
    "bloccat[oa] | finit[oa] | apert[oa] | chius[oa] | ferm[oa] | pers[oa]",
  ),
  whyState(
    "почему",
    "он | она | оно | это | думаешь | говоришь | что | все | еще | уже | не | сессия",
    "завис | зависла | зависло | застрял | застряла | готово | готов | готова | открыта | закрыта | остановилась",
  ),
  whyState(
    "dlaczego",
    "to | jest | mowisz | ze | jeszcze | nadal | juz | nie | sesja",
    "gotowe | gotowa | zawieszona | zawieszone | otwarta | otwarte | zamknieta",
  ),
  whyState(
    "waarom",
    "is | zeg | je | dat | nog | al | niet | steeds | sessie",
    "vast | klaar | open | dicht",
    "is",
  ),
  whyState("neden | niye", "hala", "takildi | bitti | acik | durdu"),
  `(?:${named} ?)?(?:は|が)?(?:なんで|なぜ|どうして)(?:まだ)?(?:${named} ?)?(?:は|が)?(?:まだ)?(?:止まって(?:る|いる)|止まった|固まって(?:る|いる)|終わった|終わらない|開いて(?:る|いる))(?:の|のか|のですか|んですか)?`,
  `(?:${named} ?)?为什么(?: ?${named} ?)?(?:还)?(?:卡住|停了|停住|没结束|没完成|完成了|结束了|开着)(?:了|呢)?`,
  `(?:${named} ?)?(?:은|는|이|가)? ?왜 ?(?:아직 ?)?(?:멈췄어|멈춰 ?있어|안 ?끝났어|끝났어|열려 ?있어)(?:요)?`,
).map((says) => ({ says, when: "live" as const }));

const it = any(
  "PROJECT | SESSION | it | its | that | this | so | session | is | one | was | has | the session",
);

export const why: IntentSpec = {
  name: "why",
  meaning:
    "why Jama says that a session is stuck, done, open or gone: what that rests on; not why code is as it is",
  examples: [
    "why is it stuck",
    "why do you say that webapp is done?",
    "how do you know it's finished?",
    "warum ist webapp noch offen?",
    "pourquoi c'est bloqué",
    "なんで止まってるの",
  ],
  needs: "session",
  cues: [
    ...aboutStates,
    ...whole(
      `(?:how|why)(?: (?:do|did|can|are))* (?:say|said|think|know|claim|believe|saying|telling me|tell me)(?: ${it})*(?: (?:stuck|done|finished|complete|completed|over|closed|failed|gone|lost))?`,
      `why (?:did|have|do|didnt|havent|dont)(?: not)? (?:keep|kept|leave|left|close|closed|end|ended|clear up)(?: ${it})+(?: (?:open|alive|running))?`,
      `warum hast(?: du)?(?: (?:PROJECT|SESSION|es|das|die|sitzung))+(?: nicht)? (?:geschlossen|beendet|offen gelassen)`,
      `woher weisst(?: (?:du|das|es|dass))*`,
    ),
  ],
};
