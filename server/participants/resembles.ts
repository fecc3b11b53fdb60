/** A name as a list of plain words: no accents, no capitals, no points. */
const wordsOf = (name: string): string[] =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Two names may well be one person's: every word of the shorter stands in the longer, and there are at least two. */
export function resembles(one: string, other: string): boolean {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (!shorter || !longer || shorter.length < 2) return false;
  return shorter.every((word) => longer.includes(word));
}
