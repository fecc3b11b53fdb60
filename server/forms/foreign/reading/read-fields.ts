import type { PDFDict, PDFDocument } from "pdf-lib";
import type { ForeignField } from "../foreign-form.ts";
import { tooLarge } from "../refusals.ts";
import { describeField } from "./describe-field.ts";
import { at, dictAt, withParents, wordsOf } from "./dictionaries.ts";
import type { PageView } from "./page-view.ts";
import { widgetsOn, type ReadWidget } from "./read-widgets.ts";

const MOST_FIELDS = 2000;
const MOST_WIDGETS = 6000;

/** A field in the file; one that nobody can fill (a button, a hidden or nameless field) has no description. */
export interface ReadField {
  name: string;
  node: PDFDict;
  widgets: ReadWidget[];
  field: ForeignField | undefined;
}

// Read from the pages and not from the form's list of fields: what is seen counts, and lists are often wrong.
/** Every field that shows on a page, in the order of the pages; throws `form-too-large`. */
export function readFields(document: PDFDocument, pages: PageView[]): ReadField[] {
  const form = dictAt(document.catalog, "AcroForm");
  const groups = new Map<string | PDFDict, { name: string; node: PDFDict; widgets: ReadWidget[] }>();
  const widgets = pages.flatMap(widgetsOn);
  if (widgets.length > MOST_WIDGETS) throw tooLarge();
  for (const widget of widgets) {
    const node = fieldOf(widget.dict);
    const name = wholeName(node);
    const group = groups.get(name || node) ?? { name, node, widgets: [] };
    group.widgets.push(widget);
    groups.set(name || node, group);
  }
  if (groups.size > MOST_FIELDS) throw tooLarge();
  return [...groups.values()].map((group) => ({ ...group, field: describeField(group, form) }));
}

/** The field a widget shows: itself, or the one above it when it has no name of its own. */
function fieldOf(widget: PDFDict): PDFDict {
  return withParents(widget).find((each) => wordsOf(at(each, "T")) !== undefined) ?? widget;
}

const wholeName = (node: PDFDict): string =>
  withParents(node)
    .map((each) => wordsOf(at(each, "T")))
    .filter((part) => part !== undefined)
    .reverse()
    .join(".");
