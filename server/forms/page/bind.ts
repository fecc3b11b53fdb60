import { createHash } from "node:crypto";
import type { PDFContext, PDFObject, PDFPage, PDFRef } from "pdf-lib";
import {
  type PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from "pdf-lib";
import { embedFonts, packed } from "./embed-fonts.ts";
import type { LetterCase } from "./letter-case.ts";
import type { Sheet } from "./sheet.ts";
import { Tag, type MarkedContent } from "./tag.ts";

/** What the file says about itself. */
export interface FileFacts {
  title: string;
  subject?: string;
  language: string;
  /** An instant; both dates of the file. */
  issuedAt: string;
}

/** Binds drawn sheets and their reading order into a tagged PDF; the same sheets give the same bytes. */
export async function bind(
  sheets: Sheet[],
  root: Tag,
  letters: LetterCase,
  facts: FileFacts,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const pages = addPages(document, sheets, letters);
  describeFile(document, facts);
  document.catalog.set(
    PDFName.of("StructTreeRoot"),
    new Binder(document.context, pages).structure(root, sheets),
  );
  identify(document.context, sheets, facts);
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

function addPages(document: PDFDocument, sheets: Sheet[], letters: LetterCase): Map<number, PDFPage> {
  const { context } = document;
  const contents = sheets.map((sheet) => packed(context, sheet.content()));
  const Font = embedFonts(context, letters.fonts.values());
  const pages = new Map<number, PDFPage>();
  for (const [index, sheet] of sheets.entries()) {
    const page = document.addPage([sheet.paper.width, sheet.paper.height]);
    page.node.set(PDFName.of("Contents"), contents[index]!);
    page.node.set(PDFName.of("Resources"), context.obj({ Font }));
    page.node.set(PDFName.of("StructParents"), PDFNumber.of(index));
    page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
    pages.set(sheet.number, page);
  }
  return pages;
}

function describeFile(document: PDFDocument, facts: FileFacts): void {
  const { catalog, context } = document;
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  if (facts.subject) document.setSubject(facts.subject);
  document.setLanguage(facts.language);
  document.setCreator("Lectern");
  document.setProducer("Lectern, pdf-lib");
  document.setCreationDate(new Date(facts.issuedAt));
  document.setModificationDate(new Date(facts.issuedAt));
  catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  const bytes = new TextEncoder().encode(xmpOf(facts));
  const dict = context.obj({ Type: "Metadata", Subtype: "XML" });
  catalog.set(PDFName.of("Metadata"), context.register(PDFRawStream.of(dict, bytes)));
}

function xmpOf({ title, subject, language, issuedAt }: FileFacts): string {
  const date = `${new Date(issuedAt).toISOString().slice(0, 19)}Z`;
  const alt = (tag: string, text: string) =>
    `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></${tag}>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>${alt("dc:title", title)}${subject ? alt("dc:description", subject) : ""}
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>Lectern</xmp:CreatorTool><pdf:Producer>Lectern, pdf-lib</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

const escaped = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, " ");

/** The file's identifier, from what is in it and not from when or where it was made. */
function identify(context: PDFContext, sheets: Sheet[], facts: FileFacts): void {
  const digest = createHash("sha256").update(JSON.stringify(facts));
  for (const sheet of sheets) digest.update(sheet.content());
  const id = PDFHexString.of(digest.digest("hex").slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

/** Writes the reading order into the file. */
class Binder {
  private readonly context: PDFContext;
  private readonly pages: Map<number, PDFPage>;
  private readonly refs = new Map<Tag, PDFRef>();

  constructor(context: PDFContext, pages: Map<number, PDFPage>) {
    this.context = context;
    this.pages = pages;
  }

  structure(root: Tag, sheets: Sheet[]): PDFRef {
    const ref = this.context.nextRef();
    const top = this.element(root, ref);
    const numbers = sheets.flatMap((sheet, index) => [
      index,
      this.context.obj(sheet.marked.map((tag) => this.refs.get(tag)!)),
    ]);
    const parents = this.context.register(this.context.obj({ Nums: numbers }));
    this.context.assign(
      ref,
      this.context.obj({
        Type: "StructTreeRoot",
        K: [top],
        ParentTree: parents,
        ParentTreeNextKey: sheets.length,
      }),
    );
    return ref;
  }

  private element(tag: Tag, parent: PDFRef): PDFRef {
    const ref = this.context.nextRef();
    this.refs.set(tag, ref);
    const kids = tag.kids
      .filter((kid) => !(kid instanceof Tag) || kid.says())
      .map((kid) => this.kid(kid, ref));
    const dict = PDFDict.withContext(this.context);
    const set = (key: string, value: PDFObject) => dict.set(PDFName.of(key), value);
    set("S", PDFName.of(tag.kind));
    set("P", parent);
    set("K", this.context.obj(kids));
    if (tag.facts.lang) set("Lang", PDFString.of(tag.facts.lang));
    if (tag.facts.alt) set("Alt", PDFHexString.fromText(tag.facts.alt));
    const attributes = this.attributes(tag);
    if (attributes) set("A", attributes);
    this.context.assign(ref, dict);
    return ref;
  }

  private kid(kid: Tag | MarkedContent, parent: PDFRef): PDFObject {
    if (kid instanceof Tag) return this.element(kid, parent);
    return this.context.obj({ Type: "MCR", Pg: this.pages.get(kid.page)!.ref, MCID: kid.id });
  }

  private attributes({ facts: { scope, columns, box } }: Tag): PDFDict | undefined {
    const owned: Record<string, string | number | PDFArray> = {};
    if (scope) owned.Scope = scope;
    if (columns && columns > 1) owned.ColSpan = columns;
    if (Object.keys(owned).length > 0) return this.context.obj({ O: "Table", ...owned });
    if (box) return this.context.obj({ O: "Layout", Placement: "Block", BBox: this.context.obj(box) });
    return undefined;
  }
}
