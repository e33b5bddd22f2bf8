/** New work for Claude Code: what most messages are. */
import { any } from "../cues.ts";
import type { IntentSpec } from "../intent.ts";

const imperatives =
  any(`fix | add | make (?!sure) | write | rewrite | refactor | update | upgrade | bump | remove | delete |
  rename | migrate | implement | create | build | change | replace | move | port | clean | cleanup | investigate | debug |
  explain | review | test | find | improve | optimi[sz]e | document | translate | convert | generate | deploy |
  merge | rebase | commit | revert | split | extract | use (?!it|this|that) | look (?:into|for|up) | run | squash | redo |
  summari[sz]e | configure | install | integrate | support | turn | copy | sort | speed up | reduce | drop | bring | draft`);
const questions = any(
  "how do | how does | how can | how to | why | what does | what is | where is | where are | warum | wieso | pourquoi | por que | perche | почему",
);
const trouble =
  any(`broken | bug | bugs | error | errors | crash | crashes | crashing | fails? | failing | wrong | missing |
  slow | flaky | leak | leaks | should | doesnt | dont | does | blurry | red | typo | kaputt | fehler |
  fehlt | geht | не работает | ломается | падает | plante | bogue | falla | roto | rotto | nie dziala |
  off by one | need | needs`);
const others =
  any(`fixen? | reparier\\w* | korrigier\\w* | ander\\w* | baue?\\w* | einbau\\w* | schreib\\w* | hinzufugen |
  fug\\w* | entfern\\w* | losch\\w* | setzen | setz\\w* | uberarbeite\\w* | verkleiner\\w* | erklar\\w* | aktualisier\\w* |
  uberset\\w* | ajoute\\w* | corrig\\w* | supprime\\w* | mettre | mets | ecri\\w* | tradui\\w* | refactor(?:e|ise|iza|iere)\\w* |
  arregl\\w* | agreg\\w* | anad\\w* | cambi\\w* | quit\\w* | escrib\\w* | actualiz\\w* | revis\\w* | correg\\w* |
  adicion\\w* | atualiz\\w* | arrum\\w* | consert\\w* | mud\\w* | remov\\w* | escrev\\w* | aggiung\\w* | sistem\\w* |
  rimuov\\w* | scriv\\w* | aggiorn\\w* | исправ\\p{L}* | добав\\p{L}* | почин\\p{L}* | обнов\\p{L}* | удал\\p{L}* |
  сдела\\p{L}* | напиш\\p{L}* | перепи\\p{L}* | провер\\p{L}* | napraw\\w* | popraw\\w* | doda\\w* | usun\\w* | zmien\\w* |
  zaktualiz\\w* | toevoeg\\w* | verbeter\\w* | voeg | maak | duzelt\\w* | ekle\\w* | fixa | lagg till | andra`);

export const launch: IntentSpec = {
  name: "launch",
  meaning: "new work for Claude Code in a project, or a question about a project's code",
  examples: [
    "have Claude Code add pagination to the web app",
    "webapp: fix the login",
    "stop using lodash in webapp",
    "why is the build of the blog so slow",
    "/security-review",
  ],
  needs: "task",
  cues: [],
  hints: [
    new RegExp(
      `(?:^|(?:PROJECT|and|then|also|now|thanks|to|instead|but|first|again) )(?:${imperatives})(?= [^ ])(?! (?:of|on|off|me)(?![\\p{L}]))`,
      "u",
    ),
    new RegExp(`(?<![\\p{L}])(?:${others})(?![\\p{L}])`, "u"),
    /直し|追加|修正|実装|作っ|変更|更新|修一下|修复|加上|添加|升级|改成|删除|고쳐|추가|수정|만들어/u,
  ],
  signs: [new RegExp(`(?<![\\p{L}])(?:${questions}|${trouble})(?![\\p{L}])`, "u")],
  otherwise: "new",
};
