import { FormProblem } from "../../check-form.ts";
import { shapeCheck } from "../../shape-check.ts";
import type { PageSize } from "../foreign-form.ts";
import { PlacedForm, type PlacedBox } from "./placed-form.contract.ts";

const check = shapeCheck(PlacedForm);
const SLACK = 0.05;
const MOST_FAULTS = 40;

/** Refuses a mapping file that does not fit its PDF; throws `FormProblem` naming each fault by its path, such as `boxes.3.x`. */
export function checkPlacedForm(mapping: unknown, pages: PageSize[]): PlacedForm {
  refuse(shapeFaults(mapping));
  const form = mapping as PlacedForm;
  refuse([
    ...(form.pages === pages.length ? [] : [`pages is ${form.pages}, and the PDF has ${pages.length}`]),
    ...form.boxes.flatMap((box, index) => placeFaults(box, `boxes.${index}`, pages)),
    ...form.boxes.flatMap((box, index) => kindFaults(box, `boxes.${index}`, form.boxes)),
    ...overlaps(form.boxes),
  ]);
  return form;
}

function refuse(faults: string[]): void {
  if (faults.length > 0) throw new FormProblem(faults.slice(0, MOST_FAULTS));
}

function shapeFaults(mapping: unknown): string[] {
  if (check.Check(mapping)) return [];
  return check.Errors(mapping).map(({ instancePath, message }) => {
    const path = instancePath.slice(1).replaceAll("/", ".") || "the file";
    // What TypeBox says of a key the schema does not have.
    return message === "schema is false" ? `${path} is not known here` : `${path} ${message}`;
  });
}

function placeFaults({ page, x, y, width, height }: PlacedBox, path: string, pages: PageSize[]): string[] {
  const paper = pages[page - 1];
  if (!paper) return [`${path}.page is ${page}, and there is no such page`];
  return [
    ...(x + width > paper.width + SLACK
      ? [`${path} ends outside page ${page}: it is ${paper.width} mm wide`]
      : []),
    ...(y + height > paper.height + SLACK
      ? [`${path} ends below page ${page}: it is ${paper.height} mm high`]
      : []),
  ];
}

function kindFaults(box: PlacedBox, path: string, boxes: PlacedBox[]): string[] {
  const first = boxes.find(({ name }) => name === box.name)!;
  const isWritten = box.kind === "text" || box.kind === "date";
  const hasChoice = box.options !== undefined || box.option !== undefined;
  const faults: [isFault: boolean, sentence: string][] = [
    [first.kind !== box.kind, `${path}.kind is ${box.kind}, and ${box.name} was ${first.kind} before`],
    [
      (first.option === undefined) !== (box.option === undefined),
      `${path}.option: either every box of ${box.name} has one or none`,
    ],
    [box.kind === "choice" && !hasChoice, `${path} is a choice and names neither options nor its option`],
    [box.kind !== "choice" && hasChoice, `${path} has options and is no choice`],
    [
      !isWritten && (box.cells ?? box.isMultiline) !== undefined,
      `${path} is no text and has no lines or cells`,
    ],
    [box.cells !== undefined && box.isMultiline === true, `${path} has either cells or lines`],
  ];
  return faults.flatMap(([isFault, sentence]) => (isFault ? [sentence] : []));
}

function overlaps(boxes: PlacedBox[]): string[] {
  return boxes.flatMap((box, index) =>
    boxes
      .slice(0, index)
      .flatMap((other, before) => (meet(box, other) ? [`boxes.${index} lies on boxes.${before}`] : [])),
  );
}

const meet = (one: PlacedBox, other: PlacedBox): boolean =>
  one.page === other.page &&
  one.x + one.width > other.x + SLACK &&
  other.x + other.width > one.x + SLACK &&
  one.y + one.height > other.y + SLACK &&
  other.y + other.height > one.y + SLACK;
