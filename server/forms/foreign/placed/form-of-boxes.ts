import type { ForeignField, ForeignForm, FormBox, PageSize } from "../foreign-form.ts";
import type { PlacedBox, PlacedForm } from "./placed-form.contract.ts";

/** A flat form with its boxes as fields, to fill as any other; the mapping has been checked. */
export function formOfBoxes({ boxes }: PlacedForm, pages: PageSize[]): ForeignForm {
  const names = [...new Set(boxes.map(({ name }) => name))];
  return { pages, fields: names.map((name) => fieldOf(boxes.filter((box) => box.name === name))) };
}

function fieldOf(boxes: PlacedBox[]): ForeignField {
  const first = boxes[0]!;
  const marked = boxes.flatMap(({ option }) =>
    option === undefined ? [] : [{ value: option, label: option }],
  );
  return {
    name: first.name,
    kind: first.kind,
    widgets: boxes.map(boxOf),
    isMultiline: first.isMultiline ?? false,
    isComb: first.cells !== undefined,
    maxLength: first.cells ?? null,
    options: first.options ?? marked,
    isEditable: false,
    fontSize: first.size ?? null,
    align: first.align ?? "left",
    isReadOnly: false,
    isRequired: false,
    tooltip: null,
    dateFormat: null,
    value: null,
  };
}

const boxOf = ({ page, x, y, width, height, turn = 0, option }: PlacedBox): FormBox => ({
  page,
  x,
  y,
  width,
  height,
  turn,
  ...(option === undefined ? {} : { option }),
});
