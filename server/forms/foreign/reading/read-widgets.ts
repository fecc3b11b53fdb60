import { PDFDict } from "pdf-lib";
import { millimetresOf, type FormBox } from "../foreign-form.ts";
import { at, dictAt, listAt, nameOf, numberOf, numbersAt } from "./dictionaries.ts";
import { upright, type PageView } from "./page-view.ts";

const HIDDEN = 0b10_0010; // Hidden, NoView

/** A field's box in the file. */
export interface ReadWidget {
  dict: PDFDict;
  page: PageView;
  box: FormBox;
  isHidden: boolean;
}

/** The boxes of fields on a page, seen or not, in the order they are stepped through. */
export function widgetsOn(page: PageView): ReadWidget[] {
  return listAt(page.node, "Annots").flatMap((dict) => {
    if (!(dict instanceof PDFDict) || nameOf(at(dict, "Subtype")) !== "Widget") return [];
    const rect = upright(numbersAt(dict, "Rect") ?? []);
    const box = boxOf(dict, page, rect ?? [0, 0, 0, 0]);
    const isMeantHidden = ((numberOf(at(dict, "F")) ?? 0) & HIDDEN) !== 0;
    return [{ dict, page, box, isHidden: rect === undefined || isMeantHidden || !isOn(box, page) }];
  });
}

/** Some forms keep what they reckon with beside the paper. */
const isOn = (box: FormBox, page: PageView): boolean =>
  box.x < millimetresOf(page.width) &&
  box.y < millimetresOf(page.height) &&
  box.x + box.width > 0 &&
  box.y + box.height > 0;

function boxOf(dict: PDFDict, page: PageView, [left, bottom, right, top]: number[]): FormBox {
  const [one, other] = [page.toShown(left!, bottom!), page.toShown(right!, top!)];
  const [x, y] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])];
  return {
    page: page.number,
    x: millimetresOf(x),
    y: millimetresOf(y),
    width: millimetresOf(Math.abs(one[0] - other[0])),
    height: millimetresOf(Math.abs(one[1] - other[1])),
    turn: turnOf(dict, page),
  };
}

// A form that says nothing means text to be read: only what was turned on purpose stays turned.
function turnOf(dict: PDFDict, page: PageView): FormBox["turn"] {
  const look = dictAt(dict, "MK");
  const own = (look && numberOf(at(look, "R"))) ?? 0;
  if (own % 360 === 0) return 0;
  const seen = (((own - page.rotation) % 360) + 360) % 360;
  return seen === 90 || seen === 180 || seen === 270 ? seen : 0;
}
