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
  any(`PROJECT | SESSION | it | that | this | them | all | everything | one | ones | session | sessions |
  task | tasks | job | jobs | run | work | working | agent | das | es | ihn | sie | alles | alle | sitzung | aufgabe |
  sesion | tarea | todo | todas | eso | esto | tout | ca | cela | session en cours | sessao | tarefa | tudo | isso |
  sessione | tutto | lavoro | все | всё | это | задачу | сессию | alles | sessie | wszystko | to | sesje | hepsini`);
