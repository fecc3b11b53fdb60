import { PDFArray, PDFDict, PDFName, PDFRef, type PDFContext, type PDFObject } from "pdf-lib";
import { packed } from "../../page/embed-fonts.ts";
import { at, dictOf, inherited } from "../reading/dictionaries.ts";
import type { PageView } from "../reading/page-view.ts";
import type { OldPicture } from "./old-picture.ts";

/** What is drawn over one page. */
export class Overlay {
  readonly page: PageView;
  private readonly blocks: string[] = [];
  private readonly pictures = new Map<PDFRef, string>();

  constructor(page: PageView) {
    this.page = page;
  }

  /** Adds operators that keep their coordinates to themselves. */
  add(operators: string, matrix: number[]): void {
    if (operators !== "") this.blocks.push(`q ${operandsOf(matrix)} cm\n${operators}\nQ`);
  }

  /** Adds a drawing of the form itself. */
  picture({ ref, matrix }: OldPicture): void {
    const name = this.pictures.get(ref) ?? `P${this.pictures.size + 1}`;
    this.pictures.set(ref, name);
    this.add(`/${name} Do`, matrix);
  }

  // One drawing with names of its own, so that none can be confused with the page's.
  /** Puts everything on the page, above what it shows already. */
  attach(fonts: PDFRef): void {
    if (this.blocks.length === 0) return;
    const { node } = this.page;
    const { context } = node;
    const drawing = packed(context, this.blocks.join("\n"), {
      Type: "XObject",
      Subtype: "Form",
      BBox: inherited(node, "MediaBox") ?? context.obj([0, 0, 612, 792]),
      Resources: context.obj({ Font: fonts, XObject: context.obj(this.picturesByName()) }),
    });
    const name = this.reserve(drawing);
    node.set(
      PDFName.of("Contents"),
      context.obj([packed(context, "q\n"), ...contentsOf(node), packed(context, `\nQ q /${name} Do Q\n`)]),
    );
  }

  private picturesByName = (): Record<string, PDFRef> =>
    Object.fromEntries([...this.pictures].map(([ref, name]) => [name, ref]));

  /** Gives the drawing a free name among the page's own; what pages share is copied first. */
  private reserve(drawing: PDFRef): string {
    const { node } = this.page;
    const resources = copyOf(node.context, inherited(node, "Resources"));
    const drawings = copyOf(node.context, at(resources, "XObject"));
    let name = "Filled";
    for (let number = 2; drawings.has(PDFName.of(name)); number++) name = `Filled${number}`;
    drawings.set(PDFName.of(name), drawing);
    resources.set(PDFName.of("XObject"), drawings);
    node.set(PDFName.of("Resources"), resources);
    return name;
  }
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
