/** Courtesy: nothing to do. */
import { any, running, whole } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const words =
  any(`thanks | thank | thankyou | thx | tx | ty | tysm | cheers | appreciated? | hi | hello | hey | hiya | yo
  | sup | morning | good | evening | night | gn | afternoon | day | bye | goodbye | cu | see | later | ok
  | okay | kk | k | cool | nice | great | perfect | awesome | amazing | wow | lol | haha | hahaha | hehe |
  lmao | rofl | got it | understood | alright | fine | works? | love it | well done | job | good job |
  neat | sweet | super | excellent | much | lot | lots | so | very | you | it | that | was | again | yes |
  yeah | yep | no | nope | np | never mind | nevermind | nvm | all | too | danke | dir | dank | vielen |
  schon | schonen | guten | morgen | tag | abend | gute | nacht | hallo | moin | servus | tschuss | klasse
  | prima | toll | passt | alles klar | gut | ja | nein | merci | beaucoup | bonjour | salut | bonsoir |
  bonne | nuit | parfait | genial | bien | oui | non | d accord | daccord | au revoir | gracias | muchas |
  mil | hola | buenos | buenas | dias | noches | tardes | vale | perfecto | bueno | si | adios |
  obrigad[oa] | muito | ola | bom | dia | boa | noite | valeu | beleza | blz | otimo | sim | nao | tchau |
  grazie | mille | ciao | buongiorno | buonasera | buonanotte | bene | perfetto | ottimo | grande | jama |
  claude | спасибо | спс | большое | привет | здравствуй\\p{L}* | доброе | добрый | утро | день | вечер |
  ночи | спокойной | круто | отлично | супер | ок | да | нет | пока | dzieki | dziekuje | czesc | super |
  dobranoc | bedankt | dankjewel | hoi | doei | goed | tesekkurler | sagol | merhaba | tamam | tack | hej
  | bra`);

export const chat: IntentSpec = {
  name: "chat",
  meaning: "thanks, a greeting, an acknowledgement: nothing to do",
  examples: ["thanks!", "ok cool", "good morning", "👍"],
  needs: "nothing",
  cues: whole(
    "",
    `${words}(?: ${words})*`,
    `(?:dont|do not|never) (?:stop|kill|cancel|abort|end|touch)(?: ${running})*(?: (?:yet|now))*`,
    "(?:どうも)?ありがとう(?:ございます|ございました)?|おはよう(?:ございます)?|こんにちは|こんばんは",
    "おやすみ(?:なさい)?|了解(?:です)?|わかった|谢谢(?:你)?|多谢|你好|好的|好|晚安|早上好",
    "감사합니다|고마워(?:요)?|안녕(?:하세요)?|네",
  ),
  hints: [
    /(?<![\p{L}])(?:let me know|tell me when|(?:ping|notify) me|see you)(?![\p{L}])/u,
    /(?<![\p{L}])(?:going to (?:bed|sleep)|go to bed|check (?:back )?later|talk (?:to )?(?:you )?(?:later|tomorrow))(?![\p{L}])/u,
  ],
};
