import { PDFName, PDFString, rgb } from "pdf-lib";
import type { FieldEntry } from "#server/forms/foreign/fill-form.ts";
import type { ForeignField, FormBox } from "#server/forms/foreign/foreign-form.ts";
import { addRaw, box, paper, rect, saved } from "./paper.ts";

/** A form as schools have them, what its fields are, and what is to be seen once it is filled. */
export interface Shape {
  make(): Promise<Uint8Array>;
  fields: (Partial<Omit<ForeignField, "widgets">> & { widgets: Partial<FormBox>[] })[];
  entries: FieldEntry[];
  /** Words in the box of a field. */
  shows: Record<string, string>;
}

const at = (x: number, y: number, width: number, height: number, page = 1) => ({ page, x, y, width, height });
const usual = box(20, 40, 80, 8);
const seen = at(20, 40, 80, 8);

/** Twenty ways a form can be made. */
export const shapes: Record<string, Shape> = {
  "a line of text": {
    make: async () => {
      const sheet = await paper();
      sheet.form.createTextField("name").addToPage(sheet.page, usual);
      return saved(sheet);
    },
    fields: [{ name: "name", kind: "text", isMultiline: false, widgets: [{ ...seen, turn: 0 }] }],
    entries: [{ field: "name", text: "Itzel Duarte" }],
    shows: { name: "Itzel Duarte" },
  },
  "a text of many lines": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createTextField("story");
      field.enableMultiline();
      field.addToPage(sheet.page, box(20, 40, 80, 40));
      field.setFontSize(10);
      return saved(sheet);
    },
    fields: [{ name: "story", kind: "text", isMultiline: true, fontSize: 10, widgets: [at(20, 40, 80, 40)] }],
    entries: [
      { field: "story", text: "First I read a chapter.\nThen I wrote down what I had understood of it." },
    ],
    shows: { story: "understood" },
  },
  "a comb": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createTextField("number");
      field.setMaxLength(8);
      field.enableCombing();
      field.addToPage(sheet.page, { ...usual, borderColor: rgb(0.4, 0.4, 0.4) });
      return saved(sheet);
    },
    fields: [{ name: "number", kind: "text", isComb: true, maxLength: 8, widgets: [seen] }],
    entries: [{ field: "number", text: "40718" }],
    shows: { number: "40718" },
  },
  "a field that only the office fills": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createTextField("office");
      field.setText("2026/27");
      field.enableReadOnly();
      field.addToPage(sheet.page, usual);
      return saved(sheet);
    },
    fields: [{ name: "office", isReadOnly: true, value: "2026/27", widgets: [seen] }],
    entries: [],
    shows: { office: "2026/27" },
  },
  "a required field that explains itself": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createTextField("f1");
      field.enableRequired();
      field.addToPage(sheet.page, usual);
      field.acroField.dict.set(PDFName.of("TU"), PDFString.of("Name of the student"));
      return saved(sheet);
    },
    fields: [{ name: "f1", isRequired: true, tooltip: "Name of the student", widgets: [seen] }],
    entries: [{ field: "f1", text: "Noor Haddad" }],
    shows: { f1: "Noor Haddad" },
  },
  "a drop-down": {
    make: async () => {
      const sheet = await paper();
      addRaw(sheet, { ...choice("grade", 1 << 17), Opt: [pair("9", "Grade 9"), pair("10", "Grade 10")] });
      return saved(sheet);
    },
    fields: [
      {
        name: "grade",
        kind: "choice",
        isEditable: false,
        options: [
          { value: "9", label: "Grade 9" },
          { value: "10", label: "Grade 10" },
        ],
        widgets: [seen],
      },
    ],
    entries: [{ field: "grade", option: "10" }],
    shows: { grade: "Grade 10" },
  },
  "a drop-down that takes other words": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createDropdown("language");
      field.setOptions(["English", "Español"]);
      field.enableEditing();
      field.addToPage(sheet.page, usual);
      return saved(sheet);
    },
    fields: [{ name: "language", kind: "choice", isEditable: true, widgets: [seen] }],
    entries: [{ field: "language", text: "Tiếng Việt" }],
    shows: { language: "Tiếng Việt" },
  },
  "a list": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createOptionList("place");
      field.setOptions(["Library", "Classroom", "At home"]);
      field.addToPage(sheet.page, box(20, 40, 80, 20));
      return saved(sheet);
    },
    fields: [{ name: "place", kind: "choice", widgets: [at(20, 40, 80, 20)] }],
    entries: [{ field: "place", option: "Classroom" }],
    shows: { place: "Classroom" },
  },
  "dots of which one is chosen": {
    make: async () => {
      const sheet = await paper();
      const field = sheet.form.createRadioGroup("mode");
      field.addOptionToPage("In person", sheet.page, box(20, 40, 6, 6));
      field.addOptionToPage("By video", sheet.page, box(20, 50, 6, 6));
      return saved(sheet);
    },
    fields: [
      {
        name: "mode",
        kind: "choice",
        options: [
          { value: "In person", label: "In person" },
          { value: "By video", label: "By video" },
        ],
        widgets: [
          { ...at(20, 40, 6, 6), option: "In person" },
          { ...at(20, 50, 6, 6), option: "By video" },
        ],
      },
    ],
    entries: [{ field: "mode", option: "By video" }],
    shows: {},
  },
  "a box to tick with an odd name for yes": {
    make: async () => {
      const sheet = await paper();
      const { context } = sheet.document;
      const empty = context.register(
        context.stream("0.5 w 0.25 0.25 16.5 16.5 re S", { BBox: [0, 0, 17, 17] }),
      );
      const widget = { FT: "Btn", T: PDFString.of("agree"), Rect: rect(20, 40, 6, 6), AS: "Off" };
      addRaw(sheet, { ...widget, AP: { N: { Off: empty, "Oui#20d'accord": empty } } });
      return saved(sheet);
    },
    fields: [{ name: "agree", kind: "tick", value: null, widgets: [at(20, 40, 6, 6)] }],
    entries: [{ field: "agree", isTicked: true }],
    shows: {},
  },
  "a place to sign": {
    make: async () => {
      const sheet = await paper();
      addRaw(sheet, { FT: "Sig", T: PDFString.of("signature"), Rect: rect(20, 40, 80, 8) });
      return saved(sheet);
    },
    fields: [{ name: "signature", kind: "signature", widgets: [seen] }],
    entries: [{ field: "signature", text: "signed by Rosa Duarte, 12 November 2026" }],
    shows: { signature: "signed by Rosa Duarte" },
  },
};

/** An option with a value and words of its own. */
const pair = (value: string, label: string) => [PDFString.of(value), PDFString.of(label)];

const choice = (name: string, flag: number) => ({
  FT: "Ch",
  Ff: flag,
  T: PDFString.of(name),
  Rect: rect(20, 40, 80, 8),
});

export { at, seen, usual };
