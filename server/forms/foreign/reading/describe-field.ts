import type { PDFDict, PDFObject } from "pdf-lib";
import { decodePDFRawStream, PDFRawStream } from "pdf-lib";
import type { FieldKind, FieldOption, ForeignField, FormBox } from "../foreign-form.ts";
import { dictAt, inherited, nameOf, numberOf, at, wordsOf } from "./dictionaries.ts";
import { hasFlag, isButton } from "./flags.ts";
import type { ReadWidget } from "./read-widgets.ts";
import { firstValue, listedOptions, markedState, optionOf } from "./states.ts";

interface Group {
  name: string;
  node: PDFDict;
  widgets: ReadWidget[];
}

const aligns = ["left", "center", "right"] as const;
/** More cells than this is a fault of the form, or a trap. */
const MOST_CELLS = 200;

/** Says what a field is; undefined for what nobody fills. */
export function describeField({ name, node, widgets }: Group, form?: PDFDict): ForeignField | undefined {
  const seen = widgets.filter((widget) => !widget.isHidden);
  const first = seen[0]?.dict;
  if (name === "" || !first) return undefined;
  const kind = kindOf(seen);
  if (!kind) return undefined;
  const dateFormat = kind === "text" ? dateFormatOf(first) : null;
  return {
    name,
    kind: dateFormat === null ? kind : "date",
    widgets: boxesOf(seen, kind),
    ...textFacts(first, kind),
    options: kind === "choice" ? optionsOf(seen) : [],
    isEditable: kind === "choice" && hasFlag(first, "combo") && hasFlag(first, "editable"),
    fontSize: fontSizeOf(ownOrForms(first, form, "DA")),
    align: aligns[numberOf(ownOrForms(first, form, "Q")) ?? 0] ?? "left",
    isReadOnly: hasFlag(first, "readOnly"),
    isRequired: hasFlag(first, "required"),
    tooltip: wordsOf(inherited(first, "TU")) || wordsOf(at(node, "TU")) || null,
    dateFormat,
    value: valueOf(kind, seen),
  };
}

const boxesOf = (widgets: ReadWidget[], kind: FieldKind): FormBox[] =>
  widgets.map(({ dict, box }, index) =>
    kind === "choice" && isButton(dict) ? { ...box, option: optionOf(dict, index) } : box,
  );

function textFacts(widget: PDFDict, kind: FieldKind) {
  const isText = kind === "text";
  const most = numberOf(inherited(widget, "MaxLen")) ?? 0;
  const isMultiline = isText && hasFlag(widget, "multiline");
  const isComb = isText && !isMultiline && hasFlag(widget, "comb") && most >= 1 && most <= MOST_CELLS;
  return { isMultiline, isComb, maxLength: isText && most >= 1 ? Math.floor(most) : null };
}

function kindOf(widgets: ReadWidget[]): FieldKind | undefined {
  const first = widgets[0]!.dict;
  const type = nameOf(inherited(first, "FT"));
  if (type === "Tx") return "text";
  if (type === "Ch") return "choice";
  if (type === "Sig") return "signature";
  if (type !== "Btn" || hasFlag(first, "push")) return undefined;
  // Boxes of one name that mean different things are a choice, whatever they look like.
  const meanings = new Set(widgets.map(({ dict }) => markedState(dict)));
  return hasFlag(first, "radio") || meanings.size > 1 ? "choice" : "tick";
}

function optionsOf(widgets: ReadWidget[]): FieldOption[] {
  const first = widgets[0]!.dict;
  if (!isButton(first)) return listedOptions(first);
  const values = new Map<string, FieldOption>();
  for (const [index, { dict }] of widgets.entries()) {
    const value = optionOf(dict, index);
    // A box may say for itself what it stands for; what it inherits is said of the whole field.
    const own = at(dict, "T") === undefined ? wordsOf(at(dict, "TU")) : undefined;
    if (!values.has(value)) values.set(value, { value, label: own || value });
  }
  return [...values.values()];
}

function valueOf(kind: FieldKind, widgets: ReadWidget[]): string | null {
  const first = widgets[0]!.dict;
  if (kind === "signature") return null;
  if (!isButton(first)) return firstValue(first) || null;
  const value = firstValue(first) ?? nameOf(at(first, "AS"));
  if (value === undefined || value === "Off") return null;
  const chosen = widgets.findIndex(({ dict }) => markedState(dict) === value);
  return kind === "choice" && chosen >= 0 ? optionOf(widgets[chosen]!.dict, chosen) : value;
}

function fontSizeOf(appearance: PDFObject | undefined): number | null {
  const said = /(\d*\.?\d+)\s+Tf/.exec(wordsOf(appearance) ?? "")?.[1];
  return said !== undefined && Number(said) > 0 ? Number(said) : null;
}

/** How a form's own script would write a day: the script is read, and never run. */
function dateFormatOf(widget: PDFDict): string | null {
  const events = inherited(widget, "AA");
  const format = events && "lookup" in events ? dictAt(events as PDFDict, "F") : undefined;
  const script = format && scriptOf(at(format, "JS"));
  if (!script || !script.includes("AFDate_")) return null;
  return /AFDate_Format(?:Ex)?\(\s*["']([^"']{1,40})["']/.exec(script)?.[1] ?? "";
}

/** Scripts that format a day are short; a long one is not worth unpacking. */
const MOST_SCRIPT = 4096;

const scriptOf = (script: PDFObject | undefined): string | undefined =>
  script instanceof PDFRawStream && script.contents.length <= MOST_SCRIPT
    ? Buffer.from(decodePDFRawStream(script).decode()).toString("latin1")
    : wordsOf(script);

/** What a widget says under a key, or its field, or the form as a whole. */
const ownOrForms = (widget: PDFDict, form: PDFDict | undefined, key: string) =>
  inherited(widget, key) ?? (form && at(form, key));
