import { pieceOf, tokensOf, type Piece, type Token } from "./tokens.ts";
import type { Paragraph } from "./span.ts";

/** A piece where it stands on its line. */
export interface PlacedPiece extends Piece {
  /** Points from the line's left edge. */
  x: number;
}

/** One line of a paragraph: its pieces in reading order, each with its place on paper. */
export interface Line {
  pieces: PlacedPiece[];
  width: number;
  leading: number;
  /** The line's own words, as read. */
  text: string;
  rightToLeft: boolean;
}

/** The lines of a paragraph, and the letters no face has. */
export interface SetParagraph {
  lines: Line[];
  missing: string[];
  rightToLeft: boolean;
}

/** Breaks a paragraph into lines of at most this width (points); nothing is ever cut off. */
export function breakLines(paragraph: Paragraph, width: number): SetParagraph {
  const { tokens, rightToLeft, missing } = tokensOf(paragraph);
  const lines = fill(tokens, width).map((pieces) => lineOf(pieces, rightToLeft));
  return { lines, missing, rightToLeft };
}

function fill(tokens: Token[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  const close = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const token of tokens.flatMap((each) => narrowed(each, width))) {
    if (token.kind === "word" && used + token.width > width + 0.01 && line.length > 0) close();
    if (token.kind !== "space" || line.length > 0) line.push(...token.pieces);
    if (token.kind === "end") close();
    else if (line.length > 0) used += token.width;
  }
  if (line.length > 0 || lines.length === 0) close();
  return lines;
}

/** A word wider than the line is cut between letters, so that it stays on the paper. */
function narrowed(token: Token, width: number): Token[] {
  if (token.kind !== "word" || token.width <= width) return [token];
  const cut: Token[] = [];
  for (const piece of token.pieces.flatMap(lettersOf)) {
    const last = cut.at(-1);
    if (!last || last.width + piece.width > width)
      cut.push({ kind: "word", pieces: [piece], width: piece.width });
    else {
      last.pieces.push(piece);
      last.width += piece.width;
    }
  }
  return cut.map((each) => ({ ...each, pieces: rejoined(each.pieces) }));
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

function lettersOf(piece: Piece): Piece[] {
  if (piece.mark) return [piece];
  return Array.from(graphemes.segment(piece.text), ({ segment }) =>
    pieceOf(piece.span, segment, piece.level),
  );
}

function rejoined(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && !last.mark && last.span === piece.span && last.level === piece.level)
      joined[joined.length - 1] = pieceOf(last.span, last.text + piece.text, last.level);
    else joined.push(piece);
  }
  return joined;
}

function lineOf(pieces: Piece[], rightToLeft: boolean): Line {
  const words = pieces.slice();
  while (words.at(-1)?.text === " ") words.pop();
  const placed = placedOf(
    words,
    pieces.length > words.length ? pieces[words.length] : undefined,
    rightToLeft,
  );
  return {
    pieces: placed,
    width: words.reduce((sum, piece) => sum + piece.width, 0),
    leading: Math.max(0, ...pieces.map((piece) => piece.span.style.leading)),
    text: words.map((piece) => piece.text).join(""),
    rightToLeft,
  };
}

/** Gives every piece its place; the space at the line's end stays behind the last word, for copying and reading aloud. */
function placedOf(words: Piece[], space: Piece | undefined, rightToLeft: boolean): PlacedPiece[] {
  const x = new Map<Piece, number>();
  let at = 0;
  for (const piece of inOrderOnPaper(words)) {
    x.set(piece, at);
    at += piece.width;
  }
  const placed = words.map((piece) => ({ ...piece, x: x.get(piece)! }));
  if (space && words.length > 0) placed.push({ ...space, x: rightToLeft ? -space.width : at });
  return placed;
}

/** Rule L2 of the Unicode bidirectional algorithm: from the highest level down, turn every stretch at or above it. */
function inOrderOnPaper(pieces: Piece[]): Piece[] {
  const highest = pieces.reduce((level, piece) => Math.max(level, piece.level), 0);
  if (highest === 0) return pieces;
  const ordered = pieces.slice();
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while (end < ordered.length && ordered[end]!.level >= level) end++;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}
