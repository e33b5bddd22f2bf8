/** One spelling for comparing. Never applied to a task: that stays as the person typed it. */

const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  ı: "i",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ё: "е",
};

/**
 * Lower case, Latin letters without accents, full-width forms made plain. Other scripts keep their marks:
 * in Japanese and Russian they make another letter.
 */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .replace(/[ßøłıæœđё]/gu, (letter) => plain[letter] ?? letter);
}
