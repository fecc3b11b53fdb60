import { hasRightToLeft, composed, mayBreakBetween } from "./letters.ts";
import { bidi, setWord } from "./set-word.ts";
import type { Shaped } from "./shape.ts";
import type { Mark, Paragraph, Span } from "./span.ts";

/** The smallest thing that is moved when a line is put in order: letters of one style, language and direction. */
export interface Piece {
  span: Span;
  text: string;
  runs: Shaped[];
  /** Points. */
  width: number;
  /** Even: left to right; odd: right to left. */
  level: number;
  mark?: Mark;
}

/** What a line is filled with: a word, the space after it, or the end of a line. */
export interface Token {
  kind: "word" | "space" | "end";
  pieces: Piece[];
  width: number;
}

/** A paragraph cut into tokens, with the direction it runs in. */
export interface Tokens {
  tokens: Token[];
  rightToLeft: boolean;
  missing: string[];
}

const CHUNKS =
  /\n|[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+|[^\n \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/g;
const MAY_BREAK = /[-\u200b\u2010\u2013\u2014/\u0e00-\u0e7f\u1100-\u11ff\u2e80-\u{3ffff}]/u;

/** Cuts a paragraph into words and spaces and sets each. */
export function tokensOf(paragraph: Paragraph): Tokens {
  const spans = paragraph.spans.map((span) => ({ ...span, text: composed(span.text) }));
  const cutter = new Cutter(levelsOf(spans, paragraph.direction));
  for (const [index, span] of spans.entries()) cutter.cut(span, index);
  return cutter.result();
}

interface Levels {
  /** undefined: everything runs from left to right. */
  levels?: Uint8Array;
  starts: number[];
  base: number;
}

const OPEN = { auto: "\u2068", ltr: "\u2066", rtl: "\u2067" };

function levelsOf(spans: Span[], direction: Paragraph["direction"]): Levels {
  let whole = "";
  const starts = spans.map((span) => {
    if (span.isolate) whole += OPEN[span.isolate];
    const start = whole.length;
    whole += span.text.replaceAll("\n", " ") + (span.isolate ? "\u2069" : "");
    return start;
  });
  if (direction !== "rtl" && !hasRightToLeft(whole)) return { starts, base: 0 };
  const found = bidi.getEmbeddingLevels(whole, direction === "auto" ? undefined : direction);
  return { levels: found.levels, starts, base: found.paragraphs[0]?.level ?? (direction === "rtl" ? 1 : 0) };
}

/** Letters of one span and direction, set. Letters that join are never pulled together or apart. */
export function pieceOf(span: Span, text: string, level: number): Piece {
  const joins = level % 2 === 1 && span.style.tracking !== undefined && span.style.tracking !== 0;
  const own = joins ? { ...span, style: { ...span.style, tracking: 0 } } : span;
  const { runs, width } = setWord(own.style.voice, text, level % 2 === 1, own.lang);
  const tracking = (own.style.tracking ?? 0) * runs.reduce((sum, run) => sum + run.glyphs.length, 0);
  return { span: own, text, runs, width: (width / 1000 + tracking) * own.style.size, level };
}

class Cutter {
  private tokens: Token[] = [];
  private missing: string[] = [];
  private open: Token | null = null;
  private levels: Levels;

  constructor(levels: Levels) {
    this.levels = levels;
  }

  cut(span: Span, index: number): void {
    if (span.mark)
      this.add({
        span,
        text: "",
        runs: [],
        width: span.style.size * 1.5,
        level: this.levels.base,
        mark: span.mark,
      });
    for (const match of span.text.matchAll(CHUNKS)) {
      const offset = this.levels.starts[index]! + match.index;
      if (match[0] === "\n") this.end(span);
      else if (/^\s/.test(match[0])) this.space(span, offset);
      else this.word(span, match[0], offset);
    }
  }

  result(): Tokens {
    return { tokens: this.tokens, rightToLeft: this.levels.base % 2 === 1, missing: this.missing };
  }

  private end(span: Span): void {
    this.open = null;
    this.tokens.push({ kind: "end", pieces: [this.piece(span, "", this.levels.base)], width: 0 });
  }

  private space(span: Span, offset: number): void {
    this.open = null;
    const piece = this.piece(span, " ", this.levelAt(offset));
    this.tokens.push({ kind: "space", pieces: [piece], width: piece.width });
  }

  private word(span: Span, word: string, offset: number): void {
    let at = offset;
    for (const [index, part] of breakable(word).entries()) {
      if (index > 0) this.open = null;
      for (const run of this.ofOneLevel(part, at)) this.add(this.piece(span, run.text, run.level));
      at += part.length;
    }
  }

  private ofOneLevel(text: string, offset: number): { text: string; level: number }[] {
    if (!this.levels.levels) return [{ text, level: 0 }];
    const runs: { text: string; level: number }[] = [];
    for (let index = 0; index < text.length; index++) {
      const level = this.levelAt(offset + index);
      const last = runs.at(-1);
      if (last?.level === level) last.text += text[index];
      else runs.push({ text: text[index]!, level });
    }
    return runs;
  }

  private levelAt = (offset: number): number => this.levels.levels?.[offset] ?? this.levels.base;

  private piece(span: Span, text: string, level: number): Piece {
    const { missing } = setWord(span.style.voice, text, level % 2 === 1, span.lang);
    if (missing.length > 0) this.missing.push(...missing);
    return pieceOf(span, text, level);
  }

  private add(piece: Piece): void {
    if (!this.open) this.tokens.push((this.open = { kind: "word", pieces: [], width: 0 }));
    this.open.pieces.push(piece);
    this.open.width += piece.width;
  }
}

/** A word cut where a line may end inside it: after hyphens and dashes, between ideographs. */
function breakable(word: string): string[] {
  if (!MAY_BREAK.test(word)) return [word];
  const parts: string[] = [];
  let before = "";
  for (const letter of word) {
    if (before !== "" && mayBreakBetween(before, letter)) parts.push(letter);
    else parts.push((parts.pop() ?? "") + letter);
    before = letter;
  }
  return parts;
}
