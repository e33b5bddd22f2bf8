/**
 * How people address Jama or Claude before they say what is to be done. Patterns run over the original
 * text, anchored at its start; what they match is dropped from the task, nothing else is touched.
 */

const claude = "@?claude(?:[ -]?code\\b|(?![ -]?code\\b))";
const клод = `(?:${claude}|клод[ауе]?)(?: код[ауе]?)?`;
const can =
  "(?:(?:can|could|would|will) (?:you|u) |kannst du |könntest du |peux[- ]tu |puedes |podr[ií]as |pode[s]? |puoi |kun je |можешь )";
const please = "(?:please |pls |plz |bitte |por favor |porfa |svp |stp |kindly |just |пожалуйста )";
const mal = "(?: mal| bitte| doch| eben| kurz| please| pls)*";

const begin = "(?:start|launch|open|run|spin up|fire up|starte|öffne|lance|inicia|abre)";
const one = "(?:an?|new|another|the|eine?|neue|une?|nueva|una)";

/** "hey jama," and the like; alone they say nothing, so they always go. */
export const greeting =
  /^(?:(?:hey|hi|hello|hallo|yo|ok|okay|hola|salut|ol[aá]|ciao|привет)[,!]? )?@?jama\b[,:!]?\s+/iu;

/** "please have Claude Code", "lass claude mal": the words that hand the task on. */
export const delegations: readonly RegExp[] = [
  `(?:i want |i'd like |i need )${claude} to `,
  `(?:have|let|make|get|ask|tell) ${claude},? (?:please )?(?:to |go )?(?!to\\b|on\\b|is\\b|has\\b)`,
  `lass ${claude}${mal} `,
  `(?:sag|bitte) ${claude}${mal},? (?:dass )?(?:er |es |sie )?(?:soll )?`,
  `${claude}${mal} (?:bitten|fragen),? `,
  `fais (?:que |faire (?:à |a )?)${claude} `,
  `(?:demande|dis) [àa] ${claude} (?:de |d['’])`,
  `(?:p[ií]de(?:le)?|dile|di) a ${claude} que `,
  `haz que ${claude} `,
  `(?:pede|pe[cç]a|diz|fala) (?:pro|para o|ao|a) ${claude} (?:que |para )?`,
  `(?:chiedi|di) a ${claude} (?:di|che) `,
  `laat ${claude} (?:even )?`,
  `vraag ${claude} (?:om )?`,
  `(?:попроси|скажи) ${клод},? (?:чтобы )?`,
  `пусть ${клод} `,
  `niech ${claude} `,
  `(?:hey|hi|yo|ok|okay|hola|salut),? ${claude}[,:]? `,
  `${claude}[,:]\\s+`,
].map((phrase) => new RegExp(`^(?:${can}|${please})*${phrase}`, "iu"));

/** "start a claude session in": goes when a project and a separator follow. */
export const starting = new RegExp(
  `^${please}*${begin} (?:${one} )*(?:${claude} )?(?:session|sitzung|sesión|sesion|task|job)?\\s*`,
  "iu",
);

/** Between the place of the work and the work. */
export const separator = /^\]?\s*(?:[:,>|\n]\s*|[-–—]\s+)/u;
