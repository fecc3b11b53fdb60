import { crc32 } from "node:zlib";

/** A ZIP of these parts, unpacked, in their order. */
export function aZip(parts: Record<string, string | Buffer>): Buffer {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [bytes, label] = [Buffer.from(content as string), Buffer.from(name)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    bodies.push(Buffer.from("PK\x03\x04", "latin1"), facts, label, bytes);
    list.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), facts, place, label);
    at += 30 + label.length + bytes.length;
  }
  const [body, directory] = [Buffer.concat(bodies), Buffer.concat(list)];
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, end]);
}

const mainParts = { docx: "word/document.xml", xlsx: "xl/workbook.xml", pptx: "ppt/presentation.xml" };

/** An Office file, as far as its parts are named; `more` go in as well. */
export const anOfficeFile = (
  ending: keyof typeof mainParts = "docx",
  more: Record<string, string | Buffer> = {},
): Buffer =>
  aZip({ "[Content_Types].xml": "<Types/>", "_rels/.rels": "", [mainParts[ending]]: "<x/>", ...more });

/** An OpenDocument file: "text", "spreadsheet" or "presentation". */
export const anOpenDocument = (kind: string): Buffer =>
  aZip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": "<x/>" });

/** A file of Office before 2007: a small file system whose directory names one stream. */
export function anOldOfficeFile(stream: string): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xfffffffe, 68);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  const directory = Buffer.alloc(512);
  ["Root Entry", stream].forEach((name, index) => {
    directory.write(name, 128 * index, "utf16le");
    directory.writeUInt16LE(2 * name.length + 2, 128 * index + 64);
  });
  return Buffer.concat([header, table, directory]);
}

/** A photo of 64 × 48 as an iPhone writes it, red above and blue below, with the place it was taken (made by heif-enc of libheif 1.15). */
export const aHeic = (): Buffer => Buffer.from(heic.replace(/\s/g, ""), "base64");

const heic = `
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA
AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAALgACAAEAAAAAAAAA
AQAAAAAAAAAIAAMAAAAAAAACMwABAAAAAAAAAO4AAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAA
AAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgA
AA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW6uSmubAgAAADACAAAAMA
ISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBwaXhpAAAAAAMICAgAAAAaaXBt
YQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAAEkbWRhdAAAACooAa9Y
+RNa3/ztP/kuSGy3Tm0X+J+qV1bZbFoJHrdihvi7HtbdqVVRT4AAAAAASUkqAAgAAAAHABIBAwABAAAAAQAAABoBBQABAAAAYgAA
ABsBBQABAAAAagAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAcgAAACWIBAABAAAAwAAAAAAAAAA4YwAA6AMAADhj
AADoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAAEAAAAADoAQAAQAA
ADAAAAAAAAAAAQACAAUAAwAAANIAAAAAAAAALwAAAAEAAAAkAAAAAQAAAAAAAAABAAAA`;
