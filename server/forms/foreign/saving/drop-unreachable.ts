import { PDFRef, type PDFContext, type PDFObject } from "pdf-lib";

/** Deletes every object that nothing leads to: a file keeps what was only unlinked. */
export function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const { Root, Info, ID } = context.trailerInfo;
  const waiting: PDFObject[] = [Root, Info, ID].filter((each) => each !== undefined);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!(next instanceof PDFRef)) waiting.push(...inside(next));
    else if (!reached.has(next)) {
      reached.add(next);
      const object = context.lookup(next);
      if (object) waiting.push(object);
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

function inside(object: PDFObject): PDFObject[] {
  if ("dict" in object) return inside(object.dict as PDFObject);
  if ("asArray" in object) return (object as { asArray(): PDFObject[] }).asArray();
  if ("values" in object) return (object as { values(): PDFObject[] }).values();
  return [];
}
