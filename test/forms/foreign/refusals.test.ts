import { PDFName, PDFString } from "pdf-lib";
import { expect, test } from "vitest";
import { appendPages } from "#server/forms/foreign/append-pages.ts";
import { cleanForm } from "#server/forms/foreign/clean-form.ts";
import { fillForm } from "#server/forms/foreign/fill-form.ts";
import { inspectForm } from "#server/forms/foreign/inspect-form.ts";
import { Problem } from "#server/http/problems.ts";
import english from "../../../templates/languages/en/refusals.json" with { type: "json" };
import { hopeless } from "./hostile-shapes.ts";
import { largeForm } from "./odd-shapes.ts";
import { addRaw, paper, rect } from "./paper.ts";
import { shapes } from "./shapes.ts";

async function refusal(inspecting: Promise<unknown>): Promise<Problem> {
  const error: unknown = await inspecting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
}

test.each(Object.entries(hopeless))(
  "%s is refused with a sentence that says what to do",
  async (code, make) => {
    const problem = await refusal(inspectForm(await make()));
    expect(problem.code).toBe(code);
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(english).toHaveProperty(code);
  },
);

test("what is no PDF, empty or cut short at any place is damaged and never our own failure", async () => {
  const whole = await shapes["a line of text"]!.make();
  const cuts = [0, 4, 100, 900, whole.length - 30];
  const files = [...cuts.map((end) => whole.slice(0, end)), new TextEncoder().encode("<html>%%EOF</html>")];
  for (const file of files) expect((await refusal(inspectForm(file))).code).toBe("form-damaged");
});

test("bytes changed at random are read or refused", async () => {
  const whole = await shapes["a drop-down"]!.make();
  for (let round = 0; round < 60; round++) {
    const spoiled = whole.slice();
    for (let each = 0; each < 12; each++)
      spoiled[(round * 7919 + each * 104_729) % whole.length] = (round * 31 + each) % 256;
    const outcome = await inspectForm(spoiled).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem);
  }
});

test("more than ten megabytes or two thousand fields are too large", async () => {
  expect((await refusal(inspectForm(new Uint8Array(10 * 1024 * 1024 + 1)))).code).toBe("form-too-large");
  expect((await refusal(inspectForm(await largeForm(2001)))).code).toBe("form-too-large");
});

test("a form without fields can be cleaned, since its boxes may stand in a mapping file", async () => {
  expect((await cleanForm(await hopeless["form-flat"]())).removed).toEqual([]);
});

test("a form that sets traps (endless cells, letters as large as houses, trees in circles) is filled in no time", async () => {
  const sheet = await paper();
  const far = [0, 0, 1e8, 1e8];
  addRaw(sheet, { FT: "Tx", T: PDFString.of("comb"), Rect: far, Ff: 1 << 24, MaxLen: 1e9, MK: { BC: [0] } });
  addRaw(sheet, {
    FT: "Tx",
    T: PDFString.of("large"),
    Rect: far,
    Ff: 1 << 12,
    DA: PDFString.of("/F 99999999 Tf"),
  });
  const loop = addRaw(sheet, { FT: "Tx", T: PDFString.of("loop"), Rect: rect(20, 40, 80, 8) });
  loop.set(PDFName.of("Parent"), sheet.document.context.getObjectRef(loop)!);
  const tree = sheet.document.catalog.Pages();
  tree.Kids().push(sheet.document.context.getObjectRef(tree)!);
  const bytes = await sheet.document.save({ addDefaultPage: false, updateFieldAppearances: false });
  const started = performance.now();
  const form = await inspectForm(bytes);
  const entries = form.fields.map(({ name }) => ({ field: name, text: "Itzel ".repeat(40) }));
  await appendPages((await fillForm({ bytes, entries })).bytes, { title: "Continued", entries: [] });
  await cleanForm(bytes);
  expect(form.fields.map(({ name }) => name)).toEqual(["comb", "large", "loop"]);
  expect(performance.now() - started).toBeLessThan(10_000);
});
