import { degrees, PDFName, PDFNumber, PDFString, type PDFDict } from "pdf-lib";
import { addRaw, box, paper, rect, saved, type Paper } from "./paper.ts";
import { at, seen, usual, type Shape } from "./shapes.ts";

/** A page lying on its side as the printer sees it; the field is 80 by 8 mm where the reader sees it. */
const turned = (angle: 90 | 180 | 270, raw: number[]): Shape => ({
  make: async () => {
    const sheet = await paper();
    sheet.page.setRotation(degrees(angle));
    addRaw(sheet, { FT: "Tx", T: PDFString.of("name"), Rect: raw });
    return saved(sheet);
  },
  fields: [{ name: "name", widgets: [{ ...seen, turn: 0 }] }],
  entries: [{ field: "name", text: "Itzel Duarte" }],
  shows: { name: "Itzel Duarte" },
});

const mm = (...numbers: number[]): number[] => numbers.map((each) => (each * 72) / 25.4);
const [WIDE, HIGH] = [215.9, 279.4];

const group = (sheet: Paper, facts: Record<string, unknown>): PDFDict => {
  const dict = sheet.document.context.obj({ ...(facts as Record<string, string>), Kids: [] });
  sheet.form.acroForm.addField(sheet.document.context.register(dict));
  return dict;
};
const below = (sheet: Paper, parent: PDFDict, facts: Record<string, unknown>) =>
  addRaw(sheet, { ...facts, Parent: sheet.document.context.getObjectRef(parent) });

/** Forms made by turning, inheriting, repeating and forgetting. */
export const oddShapes: Record<string, Shape> = {
  "a page turned by 90 degrees": turned(90, mm(40, 20, 48, 100)),
  "a page turned by 180 degrees": turned(180, mm(WIDE - 100, 40, WIDE - 20, 48)),
  "a page turned by 270 degrees": turned(270, mm(WIDE - 48, HIGH - 100, WIDE - 40, HIGH - 20)),
  "a field turned on its side": {
    make: async () => {
      const sheet = await paper();
      addRaw(sheet, { FT: "Tx", T: PDFString.of("edge"), Rect: rect(20, 40, 8, 80), MK: { R: 90 } });
      return saved(sheet);
    },
    fields: [{ name: "edge", widgets: [{ ...at(20, 40, 8, 80), turn: 90 }] }],
    entries: [{ field: "edge", text: "Itzel Duarte" }],
    shows: { edge: "Itzel Duarte" },
  },
  "fields without pictures": {
    make: async () => {
      const sheet = await paper();
      sheet.form.acroForm.dict.set(PDFName.of("NeedAppearances"), sheet.document.context.obj(true));
      addRaw(sheet, { FT: "Tx", T: PDFString.of("name"), Rect: rect(20, 40, 80, 8) });
      addRaw(sheet, {
        FT: "Tx",
        T: PDFString.of("year"),
        V: PDFString.of("2026/27"),
        Rect: rect(20, 60, 80, 8),
      });
      return saved(sheet);
    },
    fields: [
      { name: "name", widgets: [seen] },
      { name: "year", value: "2026/27", widgets: [at(20, 60, 80, 8)] },
    ],
    entries: [{ field: "name", text: "Itzel Duarte" }],
    shows: { name: "Itzel Duarte", year: "2026/27" },
  },
  "one field on two pages": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createTextField("student");
      field.addToPage(sheet.page, usual);
      field.addToPage(sheet.document.addPage([612, 792]), box(100, 10, 60, 7));
      return saved(sheet);
    },
    fields: [{ name: "student", widgets: [seen, at(100, 10, 60, 7, 2)] }],
    entries: [{ field: "student", text: "Itzel Duarte" }],
    shows: { student: "Itzel Duarte" },
  },
  "names inside names": {
    make: async () => {
      const sheet = await paper();
      sheet.form.createTextField("student.name.first").addToPage(sheet.page, usual);
      sheet.form.createTextField("student.name.last").addToPage(sheet.page, box(20, 60, 80, 8));
      return saved(sheet);
    },
    fields: [
      { name: "student.name.first", widgets: [seen] },
      { name: "student.name.last", widgets: [at(20, 60, 80, 8)] },
    ],
    entries: [{ field: "student.name.last", text: "Duarte" }],
    shows: { "student.name.last": "Duarte" },
  },
  "facts that stand with the parent": {
    make: async () => {
      const sheet = await paper();
      const parent = group(sheet, {
        FT: "Tx",
        T: PDFString.of("goals"),
        DA: PDFString.of("/Helv 9 Tf 0 g"),
        Q: 1,
        Ff: 1 << 12,
      });
      below(sheet, parent, { T: PDFString.of("one"), Rect: rect(20, 40, 80, 20) });
      below(sheet, parent, { T: PDFString.of("two"), Rect: rect(20, 70, 80, 20), Q: PDFNumber.of(2) });
      return saved(sheet);
    },
    fields: [
      {
        name: "goals.one",
        kind: "text",
        isMultiline: true,
        fontSize: 9,
        align: "center",
        widgets: [at(20, 40, 80, 20)],
      },
      { name: "goals.two", align: "right", widgets: [at(20, 70, 80, 20)] },
    ],
    entries: [{ field: "goals.two", text: "Read every night" }],
    shows: { "goals.two": "Read every night" },
  },
  "plain cross references": {
    make: async () => {
      const sheet = await paper();
      sheet.form.createTextField("name").addToPage(sheet.page, usual);
      return saved(sheet, false);
    },
    fields: [{ name: "name", widgets: [seen] }],
    entries: [{ field: "name", text: "Itzel Duarte" }],
    shows: { name: "Itzel Duarte" },
  },
  "a form that keeps to PDF/A-1": {
    make: async () => {
      const sheet = await paper();
      sheet.form.createTextField("name").addToPage(sheet.page, usual);
      const { context, catalog } = sheet.document;
      const claim = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>1</pdfaid:part>
        <pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>`;
      const facts = { Type: "Metadata", Subtype: "XML" };
      catalog.set(PDFName.of("Metadata"), context.register(context.stream(claim, facts)));
      return saved(sheet, false);
    },
    fields: [{ name: "name", widgets: [seen] }],
    entries: [{ field: "name", text: "Itzel Duarte" }],
    shows: { name: "Itzel Duarte" },
  },
  "fields beside the paper and hidden ones": {
    make: async () => {
      const sheet = await paper();
      addRaw(sheet, { FT: "Tx", T: PDFString.of("name"), Rect: rect(20, 40, 80, 8) });
      addRaw(sheet, { FT: "Tx", T: PDFString.of("reckoning"), Rect: rect(-90, 40, 80, 8) });
      addRaw(sheet, { FT: "Tx", T: PDFString.of("secret"), Rect: rect(20, 60, 80, 8), F: 2 });
      addRaw(sheet, { FT: "Btn", Ff: 1 << 16, T: PDFString.of("print"), Rect: rect(20, 80, 80, 8) });
      return saved(sheet);
    },
    fields: [{ name: "name", widgets: [seen] }],
    entries: [{ field: "name", text: "Itzel Duarte" }],
    shows: { name: "Itzel Duarte" },
  },
  "a day, as its script writes it": {
    make: async () => {
      const sheet = await paper();
      const script = { S: "JavaScript", JS: PDFString.of('AFDate_FormatEx("mm/dd/yyyy");') };
      addRaw(sheet, { FT: "Tx", T: PDFString.of("due"), Rect: rect(20, 40, 80, 8), AA: { F: script } });
      return saved(sheet);
    },
    fields: [{ name: "due", kind: "date", dateFormat: "mm/dd/yyyy", widgets: [seen] }],
    entries: [{ field: "due", text: "05/12/2026" }],
    shows: { due: "05/12/2026" },
  },
};

/** A form of many fields, in four columns, a hundred on a page. */
export async function largeForm(count = 400): Promise<Uint8Array> {
  const sheet = await paper();
  for (let index = 0; index < count; index++) {
    const place = index % 100;
    if (index > 0 && place === 0) sheet.page = sheet.document.addPage([612, 792]);
    addRaw(sheet, {
      FT: "Tx",
      T: PDFString.of(`row${index}`),
      Rect: rect(15 + 48 * (place % 4), 25 + 9.5 * Math.floor(place / 4), 42, 7),
      MK: { BC: [0.6] },
    });
  }
  return saved(sheet);
}
