/** How a session is getting on, or all of them. */
import { any, asked, running, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const it = `(?: ${running})*`;
const done = any(
  "done | finished | ready | complete | completed | over | through | running | stuck | alive | working | waiting | there",
);
const yet = "(?: (?:yet|already|still|so far|today))*";

export const status: IntentSpec = {
  name: "status",
  meaning: "how a running session, or all of them, are getting on",
  examples: ["status", "how's it going?", "is the api finished?", "wie weit bist du", "進捗どう？"],
  needs: "session",
  cues: [
    ...whole(
      `(?:status|progress|update|updates|eta|news|any news|any updates?|any progress|status update|whats status|what is status|stand)${it}`,
      `${running} (?:status|progress|eta)`,
      `(?:how|hows|how is|how are)${it}(?: (?:going|doing|coming|coming along|getting on|looking|progressing|far|far along|goin|it|its|is))+${yet}(?: with)?${it}`,
      `(?:how far|how far along|how long|how much longer)(?: (?:is|are|along|left))*${it}`,
      `(?:whats|what is|whats up|what)(?: (?:up|going on|happening|doing|it|with|taking so long|is|new|state|status))+${it}(?: (?:up to|doing|with))?`,
      `(?:whats|what is) (?:PROJECT|SESSION|it) (?:up to|doing|working on)`,
      `(?:is|are|has|did|does|still)${it}(?: (?:still|already))*(?: (?:${done}|finish|stop|crash|fail|work|pass))${yet}${it}`,
      `why(?: (?:is|does|are))*${it}(?: (?:take|taking|so|long|slow|that|forever|ages))+`,
      `what (?:went wrong|happened|went on|broke|failed)(?: (?:to|with|there|here))?${it}`,
      `where (?:are|r) we(?: (?:at|with))*${it}`,
      `(?:wie|und wie|na wie) (?:weit|lauft|laufts|siehts|sieht|stehts|gehts|steht|lange)(?: (?:bist|ist|aus|noch|es|voran|um|geht|brauchst|dauerts))*${it}`,
      `wie (?:ist )?(?:der )?stand${it}`,
      `(?:bist|ist|seid)${it}(?: (?:schon|bereits|noch|endlich))*(?: (?:fertig|dran|da|durch))`,
      `(?:ca|cela|PROJECT) (?:avance|marche|progresse|roule)`,
      `(?:cest|c est|est ce|est)(?: (?:tu|que|ca|cest|c est))*(?: (?:fini|termine|pret|bon))|termine`,
      `ou (?:en )?(?:es tu|en es|on en est|en est|tu en es|ca en est)(?: (?:tu|on|ca))?${it}`,
      `(?:como|que tal|y como)(?: (?:va|vas|van|esta|ta|anda|indo|andando|sigue|tudo))+${it}`,
      `(?:ya )?(?:termino|terminaste|esta listo|acabo|listo|acabou|terminou|terminado|esta terminado|ja acabou|ja terminou|pronto)${it}`,
      `(?:a )?che punto(?: (?:sei|siamo|e))*${it}`,
      `(?:hai )?(?:finito|fatto)`,
      `come (?:va|procede|sta andando)${it}`,
      `(?:как|ну как|ну что)(?: (?:дела|успехи|там|идет|продвигается|оно))+${it}`,
      `(?:уже )?(?:готово|закончил|все готово)|что (?:там|нового)|статус${it}`,
      `(?:jak|i jak)(?: (?:idzie|tam|postepy|leci))+${it}`,
      `(?:gotowe|skonczone|juz|skonczyles)`,
      `(?:hoe)(?: (?:gaat|ver|staat|is|ben|je|het|ermee))+${it}|(?:is )?(?:het )?(?:al )?klaar`,
      `bitti mi|ne durumda|nasil gidiyor|hur gar det${it}|ar (?:det|du) klar`,
      `(?:PROJECT ?)?(?:の|は)?(?:進捗|状況|調子)(?:は)?(?:どう|どうですか|どうなった|教えて)?|終わった|終わりました(?:か)?|できた|まだ`,
      `(?:PROJECT ?)?(?:的)?(?:进度|情况|进展)(?:怎么样|如何)?(?:了)?|(?:好了|完成|做完)(?:了)?(?:吗|没)?|怎么样了|怎么样`,
      `(?:진행|상황)(?:상황)?(?: ?어때| ?어떻게 됐어)?|다 ?됐어|끝났어`,
    ),
    ...whole(
      "fertig|fini|klar|noch dran|still going|still on it|still at it|you there|are you there|anything new",
    ),
    ...asked(done, "finish|and|und|et|y|e|и|lauft noch|geht voran|noch da"),
  ],
  hints: [
    /^(?:(?:whats|what is|give me|any|send me) )?(?:status|progress|news|updates?) (?:PROJECT|SESSION|of|on|from)(?![\p{L}])/u,
    /^(?:hows|how is|how are)(?![\p{L}]).* (?:coming|going|doing|progressing|getting)(?: along| on)?(?: \?)?$/u,
    /(?<![\p{L}])(?:whats (?:going on|happening)|hows it going|how is it going|how far)(?![\p{L}])/u,
    /(?<![\p{L}])(?:still running|(?:finished|done|ready) yet|any (?:progress|news))(?![\p{L}])/u,
    /(?<![\p{L}])(?:schon fertig|wie weit|que tal va|como va)(?![\p{L}])/u,
  ],
};
