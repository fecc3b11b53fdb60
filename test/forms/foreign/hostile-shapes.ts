import { PDFDocument, PDFName, PDFString, type PDFDict } from "pdf-lib";
import { addRaw, box, paper, rect, saved, type Paper } from "./paper.ts";
import { usual } from "./shapes.ts";

const js = (code: string) => ({ S: "JavaScript", JS: PDFString.of(code) });

/** A form with one honest field, and what `spoil` does to it. */
async function spoiled(spoil: (sheet: Paper, catalog: PDFDict) => void | Promise<void>): Promise<Uint8Array> {
  const sheet = await paper();
  sheet.form.createTextField("name").addToPage(sheet.page, usual);
  await spoil(sheet, sheet.document.catalog);
  return saved(sheet);
}

const set = (dict: PDFDict, key: string, value: unknown): void =>
  dict.set(PDFName.of(key), dict.context.obj(value as string));

/** An annotation that is no field. */
function annotate({ document, page }: Paper, facts: Record<string, unknown>): void {
  const literal = { Type: "Annot", Rect: rect(120, 40, 20, 8), ...(facts as Record<string, string>) };
  page.node.addAnnot(document.context.register(document.context.obj(literal)));
}

/** Forms that want more than to be filled. */
export const hostile = {
  scripts: () =>
    spoiled((sheet, catalog) => {
      set(catalog, "Names", { JavaScript: { Names: [PDFString.of("start"), js("app.alert(1)")] } });
      set(catalog, "OpenAction", { ...js("this.print()"), Next: js("app.beep()") });
      set(catalog, "AA", {
        WC: js("close()"),
        DS: { S: "JavaScript", JS: sheet.document.context.flateStream("x") },
      });
      set(sheet.page.node, "AA", { O: js("opened()") });
      const keystrokes = { K: js("event.rc = false"), F: js("AFNumber_Format(2)"), C: js("sum()") };
      addRaw(sheet, { FT: "Tx", T: PDFString.of("sum"), Rect: rect(20, 60, 80, 8), AA: keystrokes });
      set(sheet.form.acroForm.dict, "CO", []);
    }),
  // Written with an escape, a name is the same name.
  "a script by another spelling": () =>
    spoiled((_, catalog) =>
      set(catalog, "OpenAction", { S: PDFName.of("J#61vaScript"), JS: PDFString.of("x") }),
    ),
  actions: () =>
    spoiled((sheet) => {
      const send = { S: "SubmitForm", F: { FS: "URL", F: PDFString.of("https://example.org") } };
      const button = { FT: "Btn", Ff: 1 << 16, MK: { CA: PDFString.of("Send") } };
      addRaw(sheet, { ...button, T: PDFString.of("send"), Rect: rect(20, 60, 30, 8), A: send });
      const steps = {
        S: "ResetForm",
        Next: [{ S: "ImportData", F: PDFString.of("x.fdf") }, { S: "Launch" }],
      };
      addRaw(sheet, { ...button, T: PDFString.of("reset"), Rect: rect(60, 60, 30, 8), A: steps });
      annotate(sheet, { Subtype: "Link", A: { S: "Launch", F: PDFString.of("calc.exe") } });
      set(sheet.page.node, "AA", { C: { S: "Launch", F: PDFString.of("cmd.exe") } });
    }),
  links: () =>
    spoiled((sheet, catalog) => {
      annotate(sheet, { Subtype: "Link", A: { S: "URI", URI: PDFString.of("https://example.org/track") } });
      annotate(sheet, { Subtype: "Link", A: { S: "GoToR", F: PDFString.of("other.pdf") } });
      annotate(sheet, { Subtype: "Link", A: { S: "GoToE", T: { R: "C" } } });
      const inside = {
        S: "GoTo",
        D: [sheet.page.ref, "Fit"],
        Next: { S: "URI", URI: PDFString.of("https://x") },
      };
      annotate(sheet, { Subtype: "Link", A: inside });
      set(catalog, "URI", { Base: PDFString.of("https://example.org") });
    }),
  attachments: () =>
    spoiled(async (sheet, catalog) => {
      await sheet.document.attach(new Uint8Array([1, 2, 3]), "virus.exe");
      const file = sheet.document.context.flateStream("payload", { Type: "EmbeddedFile" });
      const spec = {
        Type: "Filespec",
        F: PDFString.of("a.docm"),
        EF: { F: sheet.document.context.register(file) },
      };
      annotate(sheet, { Subtype: "FileAttachment", FS: spec });
      set(catalog, "AF", [spec]);
      set(catalog, "Collection", { View: "T" });
    }),
  media: () =>
    spoiled((sheet) => {
      annotate(sheet, { Subtype: "RichMedia", RichMediaContent: { Assets: { Names: [] } } });
      annotate(sheet, { Subtype: "3D", "3DD": { Type: "3D", OnInstantiate: PDFString.of("x") } });
      annotate(sheet, { Subtype: "Screen", A: { S: "Rendition", JS: PDFString.of("play()") } });
      annotate(sheet, { Subtype: "Movie", Movie: { F: PDFString.of("x.mov") } });
      annotate(sheet, { Subtype: "Sound" });
    }),
  "XFA beside fields": () =>
    spoiled(({ document, form }) => {
      const packet = document.context.register(document.context.flateStream("<xdp/>"));
      set(form.acroForm.dict, "XFA", [PDFString.of("template"), packet]);
    }),
};

/** Forms nobody can fill. */
export const hopeless = {
  "form-xfa": async () => {
    const sheet = await paper();
    const packet = sheet.document.context.register(sheet.document.context.flateStream("<xdp/>"));
    set(sheet.form.acroForm.dict, "XFA", packet);
    return saved(sheet);
  },
  "form-locked": async () => {
    const sheet = await paper();
    sheet.form.createTextField("name").addToPage(sheet.page, usual);
    await sheet.document.encrypt({ userPassword: "secret", ownerPassword: "secret" });
    return saved(sheet, false);
  },
  "form-damaged": async () => {
    const sheet = await paper();
    sheet.form.createTextField("name").addToPage(sheet.page, usual);
    return (await saved(sheet)).slice(0, -600);
  },
  "form-flat": async () => saved(await paper()),
  "form-too-large": async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    for (let page = 0; page < 51; page++) document.addPage([612, 792]);
    document
      .getForm()
      .createTextField("name")
      .addToPage(document.getPage(0), box(20, 40, 80, 8));
    return saved({ document });
  },
};
