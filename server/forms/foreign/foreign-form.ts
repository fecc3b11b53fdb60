/** What a field takes. A choice is one of its options, whether shown as dots, a drop-down or a list. */
export type FieldKind = "text" | "date" | "tick" | "choice" | "signature";

/** Where a field stands: millimetres from the top left corner of its page as the page is shown. */
export interface FormBox {
  /** Counted from 1. */
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Degrees its text is turned against the clock, as seen. */
  turn: 0 | 90 | 180 | 270;
  /** The option this box marks, where every option has its own box. */
  option?: string;
}

/** What may be chosen: the value the form knows it by, and what people read. */
export interface FieldOption {
  value: string;
  label: string;
}

/** One field of a form, with every box it shows in. */
export interface ForeignField {
  /** The whole name, with those of the groups it stands in: `student.name`. */
  name: string;
  kind: FieldKind;
  widgets: FormBox[];
  isMultiline: boolean;
  /** One letter a cell; there are `maxLength` cells. */
  isComb: boolean;
  maxLength: number | null;
  options: FieldOption[];
  /** A choice that takes other words as well. */
  isEditable: boolean;
  /** Points; null where the form leaves it to whoever fills it. */
  fontSize: number | null;
  align: "left" | "center" | "right";
  isReadOnly: boolean;
  isRequired: boolean;
  /** What the form says about the field to those who hear it. */
  tooltip: string | null;
  /** How the form writes a day, such as `mm/dd/yyyy`. */
  dateFormat: string | null;
  /** What stands there already: words, or the value of the chosen option. */
  value: string | null;
}

/** A page's size in millimetres, as it is shown. */
export interface PageSize {
  width: number;
  height: number;
}

/** A form that others made: its pages, and its fields in the order of the pages. */
export interface ForeignForm {
  pages: PageSize[];
  fields: ForeignField[];
}

const POINTS = 72 / 25.4;

/** Points, from millimetres. */
export const pointsOf = (millimetres: number): number => millimetres * POINTS;

/** Millimetres, from points; to a hundredth. */
export const millimetresOf = (points: number): number => Math.round((points / POINTS) * 100) / 100;
