import type { PDFDict } from "pdf-lib";
import { inherited, nameOf, numberOf } from "./dictionaries.ts";

const flags = {
  readOnly: 1,
  required: 1 << 1,
  multiline: 1 << 12,
  radio: 1 << 15,
  push: 1 << 16,
  combo: 1 << 17,
  editable: 1 << 18,
  comb: 1 << 24,
};

/** What a field's flags may say. */
export type Flag = keyof typeof flags;

/** Whether a widget's field has a flag. */
export const hasFlag = (widget: PDFDict, flag: Flag): boolean =>
  ((numberOf(inherited(widget, "Ff")) ?? 0) & flags[flag]) !== 0;

/** Whether a field is marked with a sign, or pressed, instead of written in. */
export const isButton = (widget: PDFDict): boolean => nameOf(inherited(widget, "FT")) === "Btn";
