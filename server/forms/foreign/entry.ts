/** What goes into one field: words, a tick, or the value of an option. */
export interface FieldEntry {
  /** The field's name. */
  field: string;
  text?: string;
  isTicked?: boolean;
  option?: string;
  /** Points; left out: as the form says, or as fits. */
  fontSize?: number;
}

/** What did not fit into its field; both together are the whole text. */
export interface Overflow {
  field: string;
  fits: string;
  rest: string;
}

/** A line of text where it landed: millimetres from the top left of its page as shown. */
export interface DrawnLine {
  field: string;
  /** Counted from 1. */
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
}
