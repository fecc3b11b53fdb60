import bidiFactory from "bidi-js";
import { faceFor, firstFace, UNKNOWN, type Face, type Voice } from "./faces.ts";
import { isUnseen, lookedFor } from "./letters.ts";
import { shape, shapeInstead, type Shaped } from "./shape.ts";

/** A word set in one voice: runs of one face each, and the letters no face has. */
export interface SetWord {
  runs: Shaped[];
  /** Thousandths of an em. */
  width: number;
  missing: string[];
}

export const bidi = bidiFactory();

const MOST_WORDS = 40_000;
const kept = new Map<string, SetWord>();

/** Sets letters of one direction in a voice, choosing a face for each run of them; Han letters by the language they are written in. */
export function setWord(voice: Voice, text: string, rightToLeft: boolean, language = ""): SetWord {
  const key = `${voice}${language}${rightToLeft ? "<" : ">"}${text}`;
  const before = kept.get(key);
  if (before) return before;
  if (kept.size > MOST_WORDS) kept.clear();
  const word = setAnew(voice, text, rightToLeft, language);
  kept.set(key, word);
  return word;
}

interface Run {
  face: Face | null;
  text: string;
}

function setAnew(voice: Voice, text: string, rightToLeft: boolean, language: string): SetWord {
  const runs = runsOf(voice, text, rightToLeft, language);
  const shapes = runs.map((run) =>
    run.face ? shape(run.face, run.text, rightToLeft) : unknown(voice, run.text),
  );
  if (rightToLeft) shapes.reverse();
  const missing = runs.filter((run) => run.face === null).map((run) => run.text);
  return { runs: shapes, width: shapes.reduce((sum, each) => sum + each.width, 0), missing };
}

function runsOf(voice: Voice, text: string, rightToLeft: boolean, language: string): Run[] {
  const runs: Run[] = [];
  let joined = true;
  for (const written of text) {
    // A non-joiner is not seen, but the letters beside it keep apart.
    if (isUnseen(written)) {
      joined &&= written !== "\u200c";
      continue;
    }
    const letter = lookedFor((rightToLeft && bidi.getMirroredCharacter(written)) || written);
    const last = runs.at(-1);
    const face =
      joined && last?.face && isMark(letter) && last.face.font.hasGlyphForCodePoint(letter.codePointAt(0)!)
        ? last.face
        : faceFor(voice, letter.codePointAt(0)!, language);
    if (last && face && joined && last.face === face) last.text += letter;
    else runs.push({ face, text: letter });
    joined = true;
  }
  return runs;
}

const isMark = (letter: string): boolean => /^\p{M}$/u.test(letter);

function unknown(voice: Voice, letter: string): Shaped {
  const sign = faceFor(voice, UNKNOWN.codePointAt(0)!);
  return sign ? shapeInstead(sign, UNKNOWN, letter) : shapeInstead(firstFace(voice), "?", letter);
}
