import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument, type PDFObject } from "pdf-lib";
import { allObjects } from "../cleaning/sweep.ts";
import { at, dictOf, nameOf } from "../reading/dictionaries.ts";
import type { PageView } from "../reading/page-view.ts";

/** Takes every field out of a file; what they showed must have been drawn before. */
export function flatten(document: PDFDocument, pages: PageView[]): void {
  for (const page of pages) dropWidgets(page.node);
  document.catalog.delete(PDFName.of("AcroForm"));
  if (at(document.catalog, "StructTreeRoot")) dropMentions(allObjects(document.context));
}

function dropWidgets(page: PDFDict): void {
  const annots = at(page, "Annots");
  if (!(annots instanceof PDFArray)) return;
  const kept = annots.asArray().filter((_, index) => !isWidget(annots.lookup(index)));
  if (kept.length > 0) page.set(PDFName.of("Annots"), page.context.obj(kept));
  else page.delete(PDFName.of("Annots"));
}

const isWidget = (object: PDFObject | undefined): boolean =>
  object instanceof PDFDict && nameOf(at(object, "Subtype")) === "Widget";

/** The reading order speaks of fields as objects; left there, it would keep them in the file. */
function dropMentions(objects: PDFObject[]): void {
  for (const object of objects) {
    if (!(object instanceof PDFDict)) continue;
    const kids = at(object, "K");
    if (kids instanceof PDFArray) {
      for (let index = kids.size() - 1; index >= 0; index--)
        if (isMention(kids.lookup(index))) kids.remove(index);
    } else if (isMention(kids)) object.delete(PDFName.of("K"));
  }
}

function isMention(object: PDFObject | undefined): boolean {
  const dict = object instanceof PDFRef ? undefined : dictOf(object);
  return dict !== undefined && isWidget(at(dict, "Obj"));
}
