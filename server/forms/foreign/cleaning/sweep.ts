import { PDFArray, PDFDict, PDFName, PDFStream, type PDFContext, type PDFObject } from "pdf-lib";
import { at, dictOf, listAt, nameOf } from "../reading/dictionaries.ts";
import { actionKind, type RemovedKind } from "./actions.ts";

/** Counts what is taken out. */
export type Count = (kind: RemovedKind) => void;

/** Keys that mean one thing wherever they stand. */
const anywhere: Record<string, RemovedKind> = {
  JS: "script",
  AF: "attachment",
  EF: "attachment",
  RF: "attachment",
  Collection: "attachment",
  XFA: "xfa",
  RichMediaContent: "media",
  RichMediaSettings: "media",
};

/** Annotations that are nothing else. */
const annotations: Record<string, RemovedKind> = {
  FileAttachment: "attachment",
  RichMedia: "media",
  "3D": "media",
  Movie: "media",
  Screen: "media",
  Sound: "media",
};

/** Takes out of one object whatever acts, plays, leads outside or is hidden inside. */
export function sweep(object: PDFObject, count: Count): void {
  const dict = dictOf(object);
  if (dict) sweepDict(dict, count);
  if (object instanceof PDFStream) sweepStream(object.dict, count);
  if (object instanceof PDFArray) sweepArray(object, count);
}

/** An object and those written inside it, which are no objects of their own. */
export function withInner(object: PDFObject): PDFObject[] {
  const found: PDFObject[] = [];
  const waiting = [object];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    const dict = dictOf(next);
    if (dict) waiting.push(...dict.values());
    if (next instanceof PDFArray) waiting.push(...next.asArray());
  }
  return found;
}

/** Every object of a file, however deep it is written. */
export const allObjects = (context: PDFContext): PDFObject[] =>
  context.enumerateIndirectObjects().flatMap(([, object]) => withInner(object));

function sweepDict(dict: PDFDict, count: Count): void {
  for (const key of dict.keys()) {
    const name = key.decodeText();
    const kind = kindAt(dict, name);
    if (kind) count(kind);
    // Opening at a certain page is harmless, and yet no form needs it.
    if (kind || name === "AA" || name === "OpenAction") dict.delete(key);
  }
  // What follows an action that stays is an action too, and nobody needs a chain of them.
  if (nameOf(at(dict, "S")) === "GoTo") dict.delete(PDFName.of("Next"));
}

function kindAt(dict: PDFDict, name: string): RemovedKind | undefined {
  const value = at(dict, name);
  if (name === "AA" || name === "OpenAction") return kindWithin(value);
  return Object.hasOwn(anywhere, name) ? anywhere[name] : actionKind(value);
}

/** Events are a script if any of them is. */
function kindWithin(value: PDFObject | undefined): RemovedKind | undefined {
  const own = actionKind(value);
  const dict = dictOf(value);
  const inner = dict?.keys().map((key) => actionKind(dict.lookup(key))) ?? [];
  return own ?? inner.find((kind) => kind === "script") ?? inner.find((kind) => kind !== undefined);
}

// A stream may say that its content is a file elsewhere, and a drawing that it is a page of one.
function sweepStream(dict: PDFDict, count: Count): void {
  const outside = ["F", "FFilter", "FDecodeParms", "Ref", "OPI"].filter((key) => at(dict, key) !== undefined);
  if (outside.length > 0) count("link");
  for (const key of outside) dict.delete(PDFName.of(key));
}

function sweepArray(list: PDFArray, count: Count): void {
  for (let index = list.size() - 1; index >= 0; index--) {
    const kind = actionKind(list.lookup(index));
    if (!kind) continue;
    count(kind);
    list.remove(index);
  }
}

/** Takes the annotations off a page that are media, attachments, or links that lead nowhere any more. */
export function sweepPage(page: PDFDict, count: Count): void {
  const annots = at(page, "Annots");
  if (!(annots instanceof PDFArray)) return;
  const kept = annots.asArray().filter((entry, index) => {
    const dict = annots.lookup(index);
    if (!(dict instanceof PDFDict)) return false;
    const subtype = nameOf(at(dict, "Subtype")) ?? "";
    const kind = Object.hasOwn(annotations, subtype) ? annotations[subtype]! : linkKind(dict, subtype);
    if (kind) count(kind);
    return kind === undefined;
  });
  page.set(PDFName.of("Annots"), page.context.obj(kept));
}

const linkKind = (dict: PDFDict, subtype: string): RemovedKind | undefined =>
  subtype === "Link" ? (actionKind(at(dict, "A")) ?? actionKind(at(dict, "PA"))) : undefined;

/** Takes the lists of a file out that name scripts, attachments and media; one count for each entry. */
export function sweepNames(catalog: PDFDict, count: Count): void {
  const names = dictOf(at(catalog, "Names"));
  for (const [key, kind] of Object.entries(nameTrees)) {
    const tree = names && dictOf(at(names, key));
    if (!tree) continue;
    const entries = Math.max(1, Math.floor(listAt(tree, "Names").length / 2));
    for (let index = 0; index < entries; index++) count(kind);
    names.delete(PDFName.of(key));
  }
  // Usage rights and signatures speak of bytes that are no longer so; a base for links has nothing left to serve.
  for (const key of ["Perms", "DSS", "NeedsRendering", "Requirements", "URI", "SpiderInfo"])
    catalog.delete(PDFName.of(key));
}

const nameTrees: Record<string, RemovedKind> = {
  JavaScript: "script",
  EmbeddedFiles: "attachment",
  Renditions: "media",
  AlternatePresentations: "script",
  URLS: "link",
  IDS: "link",
};
