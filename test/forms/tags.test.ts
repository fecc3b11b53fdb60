import { expect, test } from "vitest";
import { PDFDict, PDFDocument, PDFName, type PDFRawStream, PDFStream } from "pdf-lib";
import { drawRecord, sample } from "./conference-form.ts";
import { nodesOf, openPdf, treesOf } from "./read-pdf.ts";

test("screen readers hear one title, the sections' headings and the goals beneath them", async () => {
  const trees = await treesOf((await drawRecord(sample("usual"))).bytes);
  const count = (role: string) => trees.reduce((sum, tree) => sum + nodesOf(tree, role).length, 0);
  expect(count("H1")).toBe(1);
  expect(count("H2")).toBe(19);
  expect(count("H3")).toBe(3);
});

test("tables have headings for columns and rows, lists have labels, bars are told in words", async () => {
  const trees = await treesOf((await drawRecord(sample("usual"))).bytes);
  const nodes = (role: string) => trees.flatMap((tree) => nodesOf(tree, role));
  expect(nodes("Table").length).toBeGreaterThanOrEqual(12);
  expect(nodes("TH").length).toBeGreaterThan(40);
  expect(nodes("Lbl").length).toBeGreaterThanOrEqual(8);
  expect(nodes("Figure").map((figure) => figure.alt)).toContain("5 of 20");
});

test("every cell heading says whether it heads a column or a row", async () => {
  const document = await PDFDocument.load((await drawRecord(sample("usual"))).bytes, {
    updateMetadata: false,
  });
  const scopes = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of("S")) !== PDFName.of("TH")) return [];
    return [object.lookup(PDFName.of("A"), PDFDict).get(PDFName.of("Scope"))?.toString()];
  });
  expect(new Set(scopes)).toEqual(new Set(["/Column", "/Row"]));
});

test("what was written in another language is marked with it", async () => {
  const languagesIn = async (language: string) => {
    const trees = await treesOf((await drawRecord(sample("usual"), language)).bytes);
    return new Set(trees.flatMap((tree) => nodesOf(tree, "Span")).map((span) => span.lang));
  };
  expect(await languagesIn("en")).toEqual(new Set(["es"]));
  expect(await languagesIn("ar")).toEqual(new Set(["en", "es"]));
});

test("all marked content belongs to the tag tree and heads, feet and lines are artifacts", async () => {
  const { bytes, pages } = await drawRecord({ ...sample("longest"), draft: true });
  await openPdf(bytes, async (pdf) => {
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    for (let number = 1; number <= pages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      let open = 0;
      for (const item of items) {
        if ("str" in item) expect(open, item.str).toBeGreaterThan(0);
        else open += item.type === "endMarkedContent" ? -1 : 1;
      }
    }
  });
});

test("the file says its title in the window bar, its language, its fixed dates and that it is PDF/UA", async () => {
  const document = await PDFDocument.load((await drawRecord(sample("usual"), "es")).bytes, {
    updateMetadata: false,
  });
  const { catalog } = document;
  expect(document.getTitle()).toBe("Acta de la conferencia 2026-F-0417, Itzel Navarro Duarte");
  expect(document.getSubject()).toContain("Calder Bay School");
  expect(document.getCreationDate()?.toISOString()).toBe("2026-11-15T00:20:00.000Z");
  expect(catalog.get(PDFName.of("Lang"))?.toString()).toBe("(es)");
  expect(
    catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict).get(PDFName.of("DisplayDocTitle"))?.toString(),
  ).toBe("true");
  const metadata = catalog.lookup(PDFName.of("Metadata"), PDFStream) as PDFRawStream;
  expect(Buffer.from(metadata.contents).toString()).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(document.getPages().every((page) => page.node.get(PDFName.of("Tabs"))?.toString() === "/S")).toBe(
    true,
  );
});
