/** The end of a session, on a person's order. Only sentences that say nothing else count. */
import { any, running, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const before =
  "(?:(?:ok|okay|alright|wait|oh|no|nope|never mind|nevermind|nein|warte|halt|non|yes|ja|actually) )*";
const first =
  any(`stop | stopp | stoppe | kill | abort | cancel | quit | terminate | halt | shut down | abbrechen | brich
  | beende\\w* | anhalten | halte | arrete\\w* | annule\\w* | parar | deten | detener | cancela\\w* |
  encerra\\w* | interrompe\\w* | ferma\\w* | annulla | interrompi | стоп | останови\\p{L}* | отмени\\p{L}*
  | прекрати\\p{L}* | хватит | zatrzymaj | przerwij | anuluj | stoppen | annuleer | beeindig | durdur |
  iptal | stoppa | avbryt`);
/** Words that mean this only with a thing named: alone they say "done?" or nothing. */
const withObject = any(
  "end | close | shut | stop working on | stop work on | cut off | termine | termina | terminar | tue | coupe | para | pare | mata | убей",
);
const after = "(?: (?:thanks|thank you|thx|ok|danke|merci|gracias))*";
const last = any(
  "abbrechen | stoppen | beenden | anhalten | killen | stop | kill | beeindigen | durdur | ab",
);
const east = any(
  "止めて|とめて|停止(?:して)?|中止(?:して)?|やめて|ストップ|キャンセル(?:して)?|停下|停止|取消|停|중지(?:해)?(?:줘)?|멈춰(?:줘)?|그만",
);

export const stop: IntentSpec = {
  name: "stop",
  meaning: "end a running session; only when nothing else is asked",
  examples: ["stop webapp", "kill the api session", "brich das ab", "arrête", "webappを止めて"],
  needs: "session",
  cues: whole(
    `${before}${first}(?: ${first})*(?: ${running})*(?: ab)?${after}`,
    `${before}${withObject}(?: ${running})+${after}`,
    "para|pare",
    `(?:${running} )+${last}`,
    `(?:(?:PROJECT|SESSION) ?)?(?:を|の)?${east}(?:ください)?`,
    `${east} ?(?:PROJECT|SESSION)(?: ?吧)?`,
    `把 ?(?:PROJECT|SESSION) ?${east}`,
  ),
  costly: true,
};
