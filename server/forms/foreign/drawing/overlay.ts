import { PDFArray, PDFDict, PDFName, PDFRef, type PDFContext, type PDFObject } from "pdf-lib";
import { packed } from "../../page/embed-fonts.ts";
import { at, dictOf, inherited } from "../reading/dictionaries.ts";
import type { PageView } from "../reading/page-view.ts";
import type { OldPicture } from "./old-picture.ts";
import type { Element, ReadingOrder } from "./reading-order.ts";

/** Operators drawn one after another, and the element that speaks of them. */
interface Stretch {
  blocks: string[];
  element: Element | undefined;
}

/** What is drawn over one page. */
export class Overlay {
  readonly page: PageView;
  private readonly order: ReadingOrder;
  private readonly stretches: Stretch[] = [];
  private readonly pictures = new Map<PDFRef, string>();

  constructor(page: PageView, order: ReadingOrder) {
    this.page = page;
    this.order = order;
  }

  /** Adds operators that keep their coordinates to themselves; in a tagged file screen readers pass over those without an element. */
  add(operators: string, matrix: number[], element?: Element): void {
    if (operators === "") return;
    const last = this.stretches.at(-1);
    const block = `q ${operandsOf(matrix)} cm\n${operators}\nQ`;
    if (last && last.element === element) last.blocks.push(block);
    else this.stretches.push({ blocks: [block], element });
  }

  /** Adds a drawing of the form itself. */
  picture({ ref, matrix }: OldPicture, element?: Element): void {
    const name = this.pictures.get(ref) ?? `P${this.pictures.size + 1}`;
    this.pictures.set(ref, name);
    this.add(`/${name} Do`, matrix, element);
  }

  // Drawings have names of their own inside, so that none can be confused with the page's.
  /** Puts everything on the page, above what it shows already. */
  attach(fonts: PDFRef): void {
    if (this.stretches.length === 0) return;
    const { node } = this.page;
    const { context } = node;
    const pictures = Object.fromEntries([...this.pictures].map(([ref, name]) => [name, ref]));
    const facts = {
      Type: "XObject",
      Subtype: "Form",
      BBox: inherited(node, "MediaBox") ?? context.obj([0, 0, 612, 792]),
      Resources: context.register(context.obj({ Font: fonts, XObject: context.obj(pictures) })),
    };
    const names = reserve(
      node,
      this.stretches.map(({ blocks }) => packed(context, blocks.join("\n"), facts)),
    );
    const shown = this.marked(names.map((name) => `/${name} Do`)).join("\n");
    node.set(
      PDFName.of("Contents"),
      context.obj([packed(context, "q\n"), ...contentsOf(node), packed(context, `\nQ\n${shown}\n`)]),
    );
  }

  /** In a tagged file, says of each stretch what it belongs to. */
  private marked(shown: string[]): string[] {
    if (!this.order.isTagged) return shown;
    const elements = this.stretches.flatMap(({ element }) => element ?? []);
    let id = elements.length > 0 ? this.order.tie(elements, this.page.node) : 0;
    return shown.map((operators, index) => {
      const { element } = this.stretches[index]!;
      return element ? `/P <</MCID ${id++}>> BDC ${operators} EMC` : `/Artifact BMC ${operators} EMC`;
    });
  }
}

/** Gives drawings free names among a page's own; what pages share is copied first. */
function reserve(page: PDFDict, drawings: PDFRef[]): string[] {
  const resources = copyOf(page.context, inherited(page, "Resources"));
  const known = copyOf(page.context, at(resources, "XObject"));
  let number = 0;
  const names = drawings.map((drawing) => {
    do number++;
    while (known.has(PDFName.of(`Filled${number}`)));
    known.set(PDFName.of(`Filled${number}`), drawing);
    return `Filled${number}`;
  });
  resources.set(PDFName.of("XObject"), known);
  page.set(PDFName.of("Resources"), resources);
  return names;
}

function copyOf(context: PDFContext, original: PDFObject | undefined): PDFDict {
  const copy = PDFDict.withContext(context);
  for (const [key, value] of dictOf(original)?.entries() ?? []) copy.set(key, value);
  return copy;
}

function contentsOf(node: PDFDict): PDFObject[] {
  const contents = node.get(PDFName.of("Contents"));
  if (contents instanceof PDFArray) return contents.asArray();
  const followed = at(node, "Contents");
  if (followed instanceof PDFArray) return followed.asArray();
  return followed !== undefined && contents instanceof PDFRef ? [contents] : [];
}

const operandsOf = (matrix: number[]): string =>
  matrix.map((each) => String(Math.round(each * 1e4) / 1e4)).join(" ");
