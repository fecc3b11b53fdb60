import type { PDFObject } from "pdf-lib";
import { at, dictOf, nameOf } from "../reading/dictionaries.ts";

/** What was taken out of a form. */
export type RemovedKind = "script" | "action" | "link" | "attachment" | "media" | "xfa";

/** Everything a PDF can do by itself, and what that counts as. Going to a place in the same file is not among it. */
const kinds: Record<string, RemovedKind> = {
  JavaScript: "script",
  Launch: "action",
  SubmitForm: "action",
  ImportData: "action",
  ResetForm: "action",
  Hide: "action",
  Named: "action",
  SetOCGState: "action",
  Trans: "action",
  Thread: "link",
  URI: "link",
  GoToR: "link",
  GoToE: "link",
  GoToDp: "link",
  Sound: "media",
  Movie: "media",
  Rendition: "media",
  GoTo3DView: "media",
  RichMediaExecute: "media",
};

/** What kind of action an object is; undefined when it is none, or harmless. */
export function actionKind(value: PDFObject | undefined): RemovedKind | undefined {
  const dict = dictOf(value);
  if (!dict) return undefined;
  if (at(dict, "JS") !== undefined) return "script";
  const name = nameOf(at(dict, "S"));
  return name !== undefined && Object.hasOwn(kinds, name) && !isStructure(value) ? kinds[name] : undefined;
}

// Elements of the reading order have an S too, and may be called anything.
function isStructure(value: PDFObject | undefined): boolean {
  const dict = dictOf(value)!;
  return at(dict, "P") !== undefined || nameOf(at(dict, "Type")) === "StructElem";
}
