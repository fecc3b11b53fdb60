import fc from "fast-check";
import { expect, test } from "vitest";
import { fillForm, type DrawnLine } from "#server/forms/foreign/fill-form.ts";
import type { ForeignField, FormBox } from "#server/forms/foreign/foreign-form.ts";
import { checkPlacedForm } from "#server/forms/foreign/placed/check-placed-form.ts";
import { formOfBoxes } from "#server/forms/foreign/placed/form-of-boxes.ts";
import type { PlacedBox } from "#server/forms/foreign/placed/placed-form.contract.ts";
import { paper, saved } from "./paper.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ unit: "grapheme-composite", maxLength: 900 }),
  fc
    .array(
      fc.constantFrom("Itzel", "محمد", "שלום", "12", "(", ")", "Nguyễn", "\n", "٣", "a/b", "…", "  ", "Ко"),
      {
        maxLength: 90,
      },
    )
    .map((words) => words.join(" ")),
  fc.nat(1500).map((length) => "w".repeat(length)),
);

const anyBox = fc
  .record({
    width: fc.double({ min: 1, max: 120, noNaN: true }),
    height: fc.double({ min: 1, max: 60, noNaN: true }),
    turn: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
    align: fc.constantFrom("left" as const, "center" as const, "right" as const),
    size: fc.option(fc.integer({ min: 4, max: 30 }), { nil: undefined }),
    shape: fc.oneof(
      fc.constant({}),
      fc.constant({ isMultiline: true }),
      fc.integer({ min: 1, max: 30 }).map((cells) => ({ cells })),
    ),
  })
  .map(({ shape, size, ...box }): PlacedBox => ({
    ...{ name: "box", kind: "text", page: 1, x: 30, y: 40 },
    ...box,
    ...shape,
    ...(size === undefined ? {} : { size }),
  }));

const SLACK = 0.06;

const isInside = (line: DrawnLine, box: FormBox): boolean =>
  line.x >= box.x - SLACK &&
  line.y >= box.y - SLACK &&
  line.x + line.width <= box.x + box.width + SLACK &&
  line.y + line.height <= box.y + box.height + SLACK;

const pages = [{ width: 215.9, height: 279.4 }];
const fill = async (bytes: Uint8Array, box: PlacedBox, text: string) => {
  const form = formOfBoxes(checkPlacedForm({ schema: 1, pages: 1, boxes: [box] }, pages), pages);
  return { field: form.fields[0]!, ...(await fillForm({ bytes, form, entries: [{ field: "box", text }] })) };
};

const outside = (lines: DrawnLine[], { widgets }: ForeignField) =>
  lines.filter((line) => !isInside(line, widgets[0]!));

test("any text, in any box however turned, stays inside; what fits and the rest are the whole text", async () => {
  const bytes = await saved(await paper());
  await fc.assert(
    fc.asyncProperty(anyBox, anyText, async (box, text) => {
      const { lines, overflows, field } = await fill(bytes, box, text);
      expect(outside(lines, field)).toEqual([]);
      for (const { fits, rest } of overflows) {
        expect(fits + rest).toBe(text);
        expect(rest).not.toBe("");
      }
      if (overflows[0]?.fits) expect(lines.map((line) => line.text).join("")).toContain("…");
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  );
});
