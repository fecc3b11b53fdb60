import { unknownKind } from "./refusals.ts";

// Tab, line feed, form feed and carriage return are what text is made of; the rest steers machines.

const steering = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** Reads a text as it streams by; throws at the first byte that no text has. */
export class TextCheck {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });

  read(chunk: Uint8Array): void {
    this.decode(chunk, true);
  }

  end(): void {
    this.decode(new Uint8Array(), false);
  }

  private decode(chunk: Uint8Array, stream: boolean): void {
    let text: string;
    try {
      text = this.decoder.decode(chunk, { stream });
    } catch {
      throw unknownKind();
    }
    if (steering.test(text)) throw unknownKind();
  }
}

/** Whether a content begins as text does. */
export function seemsText(head: Uint8Array): boolean {
  try {
    new TextCheck().read(head);
    return true;
  } catch {
    return false;
  }
}

const byEnding: Record<string, string> = { csv: "text/csv", md: "text/markdown", markdown: "text/markdown" };
// What may stand before the first element: a byte order mark, a declaration, comments, a document type.
const beforeSvg =
  /^\ufeff?\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*|<!doctype\s+svg[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*/i;

/** The media type of a text: a drawing by its first element; a table and Markdown only their writer can tell, by the ending. */
export function kindOfText(head: Uint8Array, ending: string): string {
  const start = new TextDecoder().decode(head).replace(beforeSvg, "");
  if (/^<(?:svg|svg:svg)[\s>/]/i.test(start)) return "image/svg+xml";
  return byEnding[ending] ?? "text/plain";
}
