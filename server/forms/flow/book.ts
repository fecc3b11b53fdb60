import { LetterCase } from "../page/letter-case.ts";
import type { Paper } from "../page/paper.ts";
import { Sheet } from "../page/sheet.ts";

/** The free height of a page: from where text may begin to where it must end. */
export interface Room {
  top: number;
  bottom: number;
}

/** The pages of one form, made as they are needed. */
export class Book {
  readonly sheets: Sheet[] = [];
  readonly letters = new LetterCase();
  readonly paper: Paper;
  readonly room: Room;
  private readonly begin: (sheet: Sheet) => void;

  constructor(paper: Paper, room: Room, begin: (sheet: Sheet) => void) {
    this.paper = paper;
    this.room = room;
    this.begin = begin;
  }

  /** The page with this index, counted from 0. */
  sheet(index: number): Sheet {
    while (this.sheets.length <= index) {
      const sheet = new Sheet(this.sheets.length + 1, this.paper, this.letters);
      this.sheets.push(sheet);
      this.begin(sheet);
    }
    return this.sheets[index]!;
  }
}
