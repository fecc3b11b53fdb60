import { PDFName, PDFString } from "pdf-lib";
import { expect, test } from "vitest";
import { appendPages } from "#server/forms/foreign/append-pages.ts";
import { fillForm } from "#server/forms/foreign/fill-form.ts";
import { formOfBoxes } from "#server/forms/foreign/placed/form-of-boxes.ts";
import { nodesOf, openPdf, treesOf } from "../read-pdf.ts";
import { complaintsAbout, everythingIn } from "./look.ts";
import { addRaw, paper, rect, saved } from "./paper.ts";

/** A tagged form with a text field and a box to tick; its numbers of parents hang in a tree of their own. */
async function taggedForm(isDeep: boolean): Promise<Uint8Array> {
  const sheet = await paper();
  const { context, catalog } = sheet.document;
  const name = addRaw(sheet, {
    ...{ FT: "Tx", T: PDFString.of("name"), Rect: rect(20, 40, 80, 8), StructParent: 4 },
    TU: PDFString.of("Name of the student"),
  });
  const tick = addRaw(sheet, {
    FT: "Btn",
    T: PDFString.of("held"),
    Rect: rect(20, 60, 6, 6),
    StructParent: 5,
  });
  const root = context.nextRef();
  const top = context.nextRef();
  const elements = [name, tick].map((widget) => {
    const mention = { Type: "OBJR", Obj: context.getObjectRef(widget), Pg: sheet.page.ref };
    const facts = { Type: "StructElem", S: "Form", P: top, Pg: sheet.page.ref };
    return context.register(context.obj({ ...facts, K: widget === name ? mention : [mention] }));
  });
  context.assign(top, context.obj({ Type: "StructElem", S: "Document", P: root, K: elements }));
  const numbers = [4, elements[0]!, 5, elements[1]!];
  const leaf = context.register(context.obj({ Limits: [4, 5], Nums: numbers }));
  const parents = context.register(context.obj(isDeep ? { Kids: [leaf] } : { Nums: numbers }));
  context.assign(root, context.obj({ Type: "StructTreeRoot", K: [top], ParentTree: parents }));
  catalog.set(PDFName.of("StructTreeRoot"), root);
  catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  return saved(sheet);
}

/** The words an element of the first page holds, as a screen reader finds them. */
const heard = (bytes: Uint8Array, role: string): Promise<string[]> =>
  openPdf(bytes, async (pdf) => {
    const [tree] = await treesOf(bytes);
    const page = await pdf.getPage(1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const words = new Map<string, string>();
    const open: string[] = [];
    for (const item of items) {
      if ("str" in item)
        words.set(
          open.findLast((id) => id)!,
          `${words.get(open.findLast((id) => id)!) ?? ""}${item.str}`,
        );
      else if (item.type.startsWith("begin")) open.push(item.id ?? "");
      else open.pop();
    }
    return nodesOf(tree!, role).map(({ children }) =>
      (children ?? []).map(({ id }) => words.get(id!) ?? "").join(""),
    );
  });

test.each([false, true])(
  "a tagged form stays tagged: what is filled in is read where its field was",
  async (isDeep) => {
    const filled = await fillForm({
      bytes: await taggedForm(isDeep),
      entries: [
        { field: "name", text: "Itzel Duarte" },
        { field: "held", isTicked: true },
      ],
    });
    expect((await heard(filled.bytes, "Form"))[0]).toBe("Itzel Duarte");
    const everything = await everythingIn(filled.bytes);
    expect(everything).toMatch(/\/PrintField/);
    expect(everything).toMatch(/\/checked \/on/);
    expect(everything).not.toMatch(/\/OBJR|\/Widget/);
    expect(complaintsAbout(filled.bytes)).toBe("");
  },
);

test("what only a mapping knows is read at the end of a tagged form", async () => {
  const box = { name: "place", kind: "text", page: 1, x: 20, y: 80, width: 80, height: 8 } as const;
  const pages = [{ width: 215.9, height: 279.4 }];
  const form = formOfBoxes({ schema: 1, pages: 1, boxes: [box] }, pages);
  const entries = [{ field: "place", text: "In the library" }];
  const filled = await fillForm({ bytes: await taggedForm(false), form, entries });
  expect(await heard(filled.bytes, "P")).toEqual(["In the library"]);
});

test("further pages of a tagged form are tagged", async () => {
  const bytes = await appendPages(await taggedForm(true), {
    title: "Continued",
    entries: [{ label: "Proud work", text: "I read the whole book.\nTwice." }],
  });
  const tree = (await treesOf(bytes))[1]!;
  expect([nodesOf(tree, "H2").length, nodesOf(tree, "P").length]).toEqual([2, 1]);
  expect(complaintsAbout(bytes)).toBe("");
});
