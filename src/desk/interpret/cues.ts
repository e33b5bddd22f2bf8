/** Helpers to write the cues of an intent. */

/** Cues for whole sentences: regular expression source over the matching form, with or without a question mark. */
export function whole(...sentences: readonly string[]): RegExp[] {
  return sentences.map((sentence) => new RegExp(`^(?:${sentence})(?: \\?)?$`, "u"));
}

/** The same, only when asked as a question. */
export function asked(...sentences: readonly string[]): RegExp[] {
  return sentences.map((sentence) => new RegExp(`^(?:${sentence}) \\?$`, "u"));
}

/** Turns a list of words into alternatives; a word listed twice counts once, so that nothing is tried twice. */
export function any(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s*\|\s*/)
    .join("|")})`;
}

/** What a person calls the thing that runs, besides its name. */
export const running =
  any(`PROJECT | SESSION | and | und | et | и | it | that | this | them | all | everything | one | ones |
  session | sessions | task | tasks | job | jobs | run | work | working | agent | das | es | ihn | sie |
  alles | alle | sitzung | aufgabe | sesion | tarea | todo | todas | eso | esto | tout | ca | cela |
  session en cours | sessao | tarefa | tudo | isso | sessione | tutto | lavoro | все | это | задачу |
  сессию | sessie | wszystko | to | sesje | hepsini`);

const opening =
  any(`list | show | show me | give me | which | what | what are | which are | zeig | zeige | zeig mir | welche
  | liste | montre | montre moi | quelles | quels | muestra | que | cuales | mostra | quais | lista |
  quali | покажи | какие | pokaz | jakie | toon`);
const whose =
  any(`all | my | your | alle | meine | deine | toutes | tous | mes | tes | todas | todos | mis | tus |
  tutte | tutti | все | wszystkie`);

/** "Show me all my ", "welche ": opens the wish for a list, and may be missing. */
export const listing = `(?:${opening} )?(?:${whose} )*`;
