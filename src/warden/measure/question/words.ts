/**
 * The words of asking and of politeness, in the languages people mostly write. Data: a language is a line.
 * `\b` knows ASCII letters only, so other scripts go without.
 */

/** Questions that can only be meant for the person, whatever follows them. */
const direct: readonly RegExp[] = [
  /\b(should|shall|may|can|could) (I|we)\b|\b(do|would|could|can|will|did|are|have) you\b|\bwant me to\b|\bwhich\b|\b(what|how|where|when|who)\b.*\byou(r|'d)?\b|\bprefer|\b(ok|okay|fine|good|right) (to|with|if|for)\b|\bsounds? good\b|\bshall\b|\b(proceed|go ahead)\b|^thoughts\b/i,
  /\b(soll(en|te|ten)? (ich|wir)|darf ich|willst du|wollen sie|möchtest du|möchten sie|magst du|kannst du|können sie|welche[rsnm]?|lieber|bevorzug\w*|einverstanden|passt das)\b/i,
  /\b(dois-je|puis-je|faut-il|voulez-vous|veux-tu|souhaite[sz]|pr[ée]f[éèe]r\w*|pouvez-vous|peux-tu|quel(le)?s?|est-ce que (je|tu|vous))\b/i,
  /¿.*(quiere|quieres|prefier|debo|deber[ií]a|gustar[ií]a|puedo|procedo|desea|podr[ií]a|confirma|cu[aá]l|hago|contin[uú]o)/i,
  /\b(devo|quer(es)?|prefere|gostaria|posso|voc[eê]|qual|vuoi|vuole|preferisc\w*|puoi|vorresti|quale?|procedo)\b/i,
  /\b(zal ik|moet ik|wil je|wilt u|mag ik|kun je|welke|liever|ska jag|vill du|skal jeg|vil du|vilken|hvilken)\b/i,
  /\b(czy mam|chcesz|wolisz|czy mog[eęł]|m[aá]m|chcete|chceš)\b|(^|\s)(któr[yąae]|preferuj)/i,
  /хотите|хочешь|мне (стоит|следует|нужно|надо)|предпоч|могу ли|нужно ли|стоит ли|как(ой|ую|ие) |продолж|подтверд|хочете|бажаєте|чи мені/i,
  /ister misin|tercih|[aeıiuü]y[ıi]m m[ıiuü]|hangi|muốn|có nên|apakah (saya|anda)|haruskah/i,
  /[您你]|要不要|是否|哪|还是|還是|需要我|吗|嗎/,
  /ますか|ましょうか|どちら|どれ|よろしい|いいですか|でしょうか|까요|할까|원하|어느|어떤|시겠/,
  /هل|تريد|تفضل|أي |क्या|चाह|האם|תרצה/,
];

/** Statements that wait for a word all the same. */
const waiting: readonly RegExp[] = [
  /\blet me know (which|what|how|whether|where|when|who|your|once|and I|before)\b|\btell me (which|what|how|whether|if you)\b/i,
  /\bplease (confirm|choose|pick|select|advise|decide|clarify|specify|provide|answer|approve|tell me|reply|respond)\b/i,
  /\b(await(ing)?|wait(ing)? (for|on)) (your|you)\b|\bI('ll| will)? need (your|you to)\b|\bonce you('ve| have)? (confirm|decide|approve|choose|chose|pick|tell|answer)/i,
  /\blet me know (if|when|once) .*\b(ready|proceed|continue|go ahead|start|begin|implement|apply|merge|push|deploy)\b/i,
  /\b(your call|up to you)\b|\breply with\b|\bneed (a decision|an answer|more information) from you\b/i,
  /\b(sag mir|sagen sie mir|gib mir) (bitte )?(bescheid,? )?(welche|ob|was|wie)|\bbitte (bestätig|wähl|entscheid)|warte auf (deine|ihre)/i,
  /\b(dites|dis)-moi (quel|si|ce que|comment)|merci de (confirmer|choisir|préciser)|veuillez (confirmer|choisir|préciser)/i,
  /\b(dime|díganme|dígame|avísame) (cu[aá]l|qu[eé]|c[oó]mo)|por favor,? (confirma|elige|indica)|\b(me diga|diga-me|fammi sapere) (qual|qu[ae])/i,
  /сообщите|подтвердите|выберите|скажите,? (как|что)|жду (вашего|ответа)|请(确认|选择|告诉我|告知)|請(確認|選擇|告訴我)|(お知らせ|教えて|選んで|確認して)ください|알려 ?주세요|선택해 ?주세요/i,
];

const courtesy: readonly RegExp[] = [
  /^(so,? |and |is there |do you (need|want|have) |need |was there )?any(thing|one)? ?(else|more|other|further)?[^.]*\b(else|questions?|more|help|concerns?|feedback|changes|adjust\w*|tweak\w*)\b[^?]*[?!.]*$/i,
  /^(please )?(just |feel free to )?(let me know|tell me|reach out|ask|ping me|shout|feel free)\b.{0,40}\b(if|should) (you|there|any)\b/i,
  /^(can|may|could) I (help|assist)( you)?( with)? (anything|something) else/i,
  /^(does (that|this|it) (help|make sense)|make sense|hope (this|that) helps)\b[^,]*[?!.]*$/i,
  /\b(noch (weitere )?fragen|sonst noch|noch etwas|weitere fragen)\b/i,
  /(autre chose|d['’]autres questions|n['’]hésitez pas)/i,
  /(algo más|alguna otra|otra cosa|más preguntas|mais alguma coisa|algo mais|qualcos['’]altro|c['’]è altro|altre domande)/i,
  /\b(nog iets|verdere vragen|något annat|noget andet|coś jeszcze|ještě něco)\b/i,
  /(что-?(нибудь|то) ещ[её]|ещ[её] вопросы|чем-нибудь ещ[её]|щось ще|başka bir)/i,
  /还有(其他|什么|别的)|還有(其他|什麼|別的)|他に(何|ご|も)|ほかに(何|ご)|다른 (질문|도움)|더 (필요|도와)|شيء آخر|और कुछ/,
];

/** What follows a rhetorical question: its own answer. */
const answer = /^(yes|no|nope|yep|not|because|nein|ja|weil|non|oui|s[ií]|porque|да|нет)\b/i;

const any = (patterns: readonly RegExp[]) => (text: string) => patterns.some((pattern) => pattern.test(text));

/** A question to the person beyond doubt. */
export const asksDirectly = any(direct);
/** No question mark, but Claude waits for a word. */
export const waitsForWord = any(waiting);
/** A closing politeness that waits for nothing. */
export const isCourtesy = (text: string): boolean => any(courtesy)(text) && !waitsForWord(text);
/** "Would you like me to:", with the choices in the list after it. */
export const opensChoices = (text: string): boolean =>
  /^(would you|do you|should (I|we)|shall (I|we)|can you|could you|which)\b.*[:：]$/i.test(text);
/** True when this sentence answers the question before it. */
export const isAnswer = (text: string): boolean => answer.test(text);
