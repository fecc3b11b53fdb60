const letters = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Where to cut a text that does not fit so that its beginning does: after a word if there is one, else between letters.
 * Undefined when not even nothing fits.
 */
export function longestFitting(text: string, fits: (part: string) => boolean): number | undefined {
  const ends = [0, ...Array.from(letters.segment(text), ({ index, segment }) => index + segment.length)];
  let [low, high] = [-1, ends.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, ends[middle]))) low = middle;
    else high = middle - 1;
  }
  if (low < 0) return undefined;
  return afterWord(text, ends[low]!, fits) ?? ends[low]!;
}

/** The last place after a space, if that leaves any words. */
function afterWord(text: string, end: number, fits: (part: string) => boolean): number | undefined {
  if (/^\s/.test(text.slice(end))) return undefined;
  const space = /^[^]*\s/.exec(text.slice(0, end))?.[0] ?? "";
  return space.trim() !== "" && fits(space) ? space.length : undefined;
}
