import { PDFName, type PDFDocument } from "pdf-lib";
import { dictAt } from "../reading/dictionaries.ts";
import type { PageView } from "../reading/page-view.ts";
import { dropUnreachable } from "../saving/drop-unreachable.ts";
import type { RemovedKind } from "./actions.ts";
import { allObjects, sweep, sweepNames, sweepPage } from "./sweep.ts";

/** How many things of a kind were taken out. */
export interface Removed {
  kind: RemovedKind;
  count: number;
}

/** Leaves of a file only what is drawn and filled in; says what went. */
export function cleanDocument(document: PDFDocument, pages: PageView[]): Removed[] {
  const counts = new Map<RemovedKind, number>();
  const count = (kind: RemovedKind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  // Annotations go first, while it can still be seen what they did; what only they held goes with them uncounted.
  for (const page of pages) sweepPage(page.node, count);
  sweepNames(document.catalog, count);
  dictAt(document.catalog, "AcroForm")?.delete(PDFName.of("CO"));
  dropUnreachable(document.context);
  for (const object of allObjects(document.context)) sweep(object, count);
  dropUnreachable(document.context);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
