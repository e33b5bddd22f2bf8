/**
 * Does Claude's last message ask the person something it waits for? A rule, not a model: the teardown rests
 * on it. In doubt it says yes, since a session kept too long costs memory and one closed too early costs the
 * person an answer.
 *
 * What counts is the end of the message: its last paragraph, an options list that closes it, or one of the
 * two paragraphs before when it asks beyond doubt ("Should I ...?"). Politeness at the end is not a question.
 */
import { type Block, plainBlocks } from "./question/plainText.ts";
import { asksDirectly, isAnswer, isCourtesy, opensChoices, waitsForWord } from "./question/words.ts";

const blocksThatCount = 3;

/** Pure. `text` is Markdown, as Claude writes it. */
export function lastMessageAsksPerson(text: string): boolean {
  const blocks = withoutCourtesy(plainBlocks(text));
  const last = blocks.at(-1);
  if (last === undefined) return false;
  if (last.kind === "list") {
    const before = blocks.at(-2);
    if (last.items.some((item) => endsAsking(item))) return true;
    if (before?.kind === "text" && opensChoices(sentences(before.text).at(-1) ?? "")) return true;
    if (last.lettered && before?.kind === "text" && endsAsking(before.text)) return true;
  }
  if (last.kind === "text" && endsAsking(last.text)) return true;
  return blocks
    .filter((block) => block.kind === "text")
    .slice(-blocksThatCount)
    .some((block) => block.kind === "text" && asksBeyondDoubt(block.text));
}

function withoutCourtesy(blocks: readonly Block[]): Block[] {
  const kept = blocks.map((block): Block => {
    if (block.kind !== "text") return block;
    return {
      ...block,
      text: sentences(block.text)
        .filter((one) => !isCourtesy(one))
        .join(" "),
    };
  });
  return kept.filter((block) => block.kind === "list" || block.text !== "");
}

function asksBeyondDoubt(text: string): boolean {
  const all = sentences(text);
  return all.some((one, at) => {
    if (isAnswer(all[at + 1] ?? "")) return false;
    return (isQuestion(one) && asksDirectly(one)) || waitsForWord(one);
  });
}

function endsAsking(text: string): boolean {
  const last = sentences(text).at(-1) ?? "";
  return isQuestion(last) && !isCourtesy(last);
}

function isQuestion(sentence: string): boolean {
  return /[?？؟](?:[\s)\]）"'”»*_!.…\p{Extended_Pictographic}]|\u{fe0f})*$/u.test(sentence);
}

/** A line break ends a sentence only where the text says so: Claude wraps lines now and then. */
function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?؟…][)\]"'”»*_]*)\s+(?=\S)|(?<=[。！？])/u)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}?？؟]/u.test(one));
}
