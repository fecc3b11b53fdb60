import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from "pdf-lib";
import { at, dictAt, dictOf, listAt, nameOf, numberOf } from "../reading/dictionaries.ts";

/** An element of the reading order: what a screen reader walks through. */
export interface Element {
  dict: PDFDict;
  ref: PDFRef;
}

/** What a filled field is to those who hear it. */
export interface HeardField {
  role: "tv" | "cb" | "rb";
  isOn?: boolean;
  tooltip: string | null;
}

/** The reading order of a tagged file, kept whole while its fields become drawings; a file without one stays without. */
export class ReadingOrder {
  readonly isTagged: boolean;
  private readonly document: PDFDocument;
  private readonly root: PDFDict | undefined;
  private readonly elements = new Map<PDFDict, Element>();

  constructor(document: PDFDocument) {
    this.document = document;
    this.root = dictAt(document.catalog, "StructTreeRoot");
    this.isTagged = this.root !== undefined;
    if (this.isTagged) this.findMentions();
  }

  /** The element that speaks of a field's box. */
  elementOf(widget: PDFDict): Element | undefined {
    return this.elements.get(widget);
  }

  /** A new element at the end of the file; undefined where there is no reading order. */
  addElement(kind: "P" | "H2"): Element | undefined {
    if (!this.root) return undefined;
    const { context } = this.document;
    const top = listAt(this.root, "K").map(dictOf)[0] ?? dictAt(this.root, "K");
    const parent = top && nameOf(at(top, "S")) === "Document" ? top : this.root;
    const dict = context.obj({ Type: "StructElem", S: kind, P: context.getObjectRef(parent), K: [] });
    const ref = context.register(dict);
    addKid(parent, ref);
    return { dict, ref };
  }

  /** Says of an element what its field was and is (PDF 1.7, 14.8.5.6: forms that are no longer interactive). */
  describe({ dict }: Element, { role, isOn, tooltip }: HeardField): void {
    if (nameOf(at(dict, "S")) !== "Form") return;
    const said = dict.context.obj({ O: "PrintField", Role: role, checked: isOn ? "on" : "off" });
    if (isOn === undefined) said.delete(PDFName.of("checked"));
    if (tooltip !== null) said.set(PDFName.of("Desc"), PDFHexString.fromText(tooltip));
    const before = dict.get(PDFName.of("A"));
    const others = before instanceof PDFArray ? before.asArray() : before ? [before] : [];
    dict.set(PDFName.of("A"), dict.context.obj([...others, said]));
  }

  /** Ties content of a page, numbered one after another, to elements; answers with the first number. */
  tie(elements: Element[], page: PDFDict): number {
    const { context } = this.document;
    const parents = this.parentsOf(page);
    const first = parents.size();
    const Pg = context.getObjectRef(page);
    for (const [index, { dict, ref }] of elements.entries()) {
      addKid(dict, context.obj({ Type: "MCR", Pg, MCID: first + index }));
      parents.push(ref);
    }
    return first;
  }

  /** The elements of a page's content, by its numbers. */
  private parentsOf(page: PDFDict): PDFArray {
    const { context } = this.document;
    const root = this.root!;
    const tree = dictAt(root, "ParentTree") ?? context.obj({});
    const known = numberOf(at(page, "StructParents"));
    const before = known === undefined ? undefined : entriesOf(tree).find(([key]) => key === known)?.[1];
    if (before instanceof PDFArray) return before;
    const greatest = Math.max(-1, ...entriesOf(tree).map(([key]) => key));
    const key = Math.max(numberOf(at(root, "ParentTreeNextKey")) ?? 0, greatest + 1);
    const parents = context.obj([]);
    addEntry(tree, key, parents);
    page.set(PDFName.of("StructParents"), PDFNumber.of(key));
    root.set(PDFName.of("ParentTree"), context.getObjectRef(tree) ?? tree);
    root.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of(key + 1));
    return parents;
  }

  private findMentions(): void {
    for (const [ref, object] of this.document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict)) continue;
      for (const kid of [...listAt(object, "K"), at(object, "K")]) {
        const widget = kid instanceof PDFDict ? dictAt(kid, "Obj") : undefined;
        if (widget) this.elements.set(widget, { dict: object, ref });
      }
    }
  }
}

function addKid(element: PDFDict, kid: PDFObject): void {
  const kids = element.get(PDFName.of("K"));
  const list = kids && element.context.lookup(kids);
  if (list instanceof PDFArray) list.push(kid);
  else element.set(PDFName.of("K"), element.context.obj(kids === undefined ? [kid] : [kids, kid]));
}

/** What a tree of numbers holds; a tree that bites its tail ends. */
function entriesOf(tree: PDFDict): [key: number, value: PDFObject | undefined][] {
  const nodes = new Set([tree]);
  const entries: [number, PDFObject | undefined][] = [];
  for (const node of nodes) {
    const numbers = listAt(node, "Nums");
    for (let index = 0; index + 1 < numbers.length; index += 2)
      entries.push([numberOf(numbers[index]) ?? -1, numbers[index + 1]]);
    for (const kid of listAt(node, "Kids")) if (kid instanceof PDFDict) nodes.add(kid);
  }
  return entries;
}

/** Adds to a tree of numbers one that is greater than all in it. */
function addEntry(tree: PDFDict, key: number, value: PDFArray): void {
  const { context } = tree;
  const kids = at(tree, "Kids");
  if (kids instanceof PDFArray) {
    const leaf = context.obj({ Limits: [key, key], Nums: [key, value] });
    kids.push(context.register(leaf));
  } else {
    const before = at(tree, "Nums");
    const numbers = before instanceof PDFArray ? before.asArray() : [];
    tree.set(PDFName.of("Nums"), context.obj([...numbers, key, value]));
  }
}
