import { PDFDict, PDFName, PDFRef, PDFStream } from "pdf-lib";
import { at, dictAt, nameOf, numbersAt } from "../reading/dictionaries.ts";
import { upright } from "../reading/page-view.ts";

/** How a form itself pictures a box: a drawing, and the operands of cm that put it in its place on the page. */
export interface OldPicture {
  ref: PDFRef;
  matrix: number[];
}

/** The form's own picture of a box in a state, or in the state it is in; undefined when it has none. */
export function oldPicture(widget: PDFDict, state?: string): OldPicture | undefined {
  const ref = pictureRef(widget, state);
  const stream = ref && widget.context.lookup(ref);
  const rect = upright(numbersAt(widget, "Rect") ?? []);
  if (!ref || !(stream instanceof PDFStream) || !rect) return undefined;
  const drawn = seenBox(stream.dict);
  if (!drawn) return undefined;
  // Some programs leave out what makes the stream a drawing.
  stream.dict.set(PDFName.of("Type"), PDFName.of("XObject"));
  stream.dict.set(PDFName.of("Subtype"), PDFName.of("Form"));
  const [wide, high] = [
    (rect[2] - rect[0]) / (drawn[2] - drawn[0]),
    (rect[3] - rect[1]) / (drawn[3] - drawn[1]),
  ];
  return { ref, matrix: [wide, 0, 0, high, rect[0] - drawn[0] * wide, rect[1] - drawn[1] * high] };
}

function pictureRef(widget: PDFDict, state?: string): PDFRef | undefined {
  const pictures = dictAt(widget, "AP");
  const normal = pictures && at(pictures, "N");
  if (normal instanceof PDFStream) return refIn(pictures!, "N");
  if (!(normal instanceof PDFDict)) return undefined;
  return refIn(normal, state ?? nameOf(at(widget, "AS")) ?? "Off");
}

function refIn(dict: PDFDict, key: string): PDFRef | undefined {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFRef ? value : undefined;
}

/** The box of a drawing after its own matrix (PDF 2.0, 12.5.5). */
function seenBox(drawing: PDFDict): ReturnType<typeof upright> {
  const box = upright(numbersAt(drawing, "BBox") ?? []);
  if (!box) return undefined;
  const [a, b, c, d, e, f] = numbersAt(drawing, "Matrix") ?? [1, 0, 0, 1, 0, 0];
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]) => [a! * x! + c! * y! + e!, b! * x! + d! * y! + f!]);
  const [across, up] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)];
  return upright([Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]);
}
