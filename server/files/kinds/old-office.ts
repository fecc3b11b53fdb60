import { open, type FileHandle } from "node:fs/promises";
import { kindOf, type FileKind } from "./file-kind.ts";
import { locked, unknownKind } from "./refusals.ts";

// Compound File Binary, [MS-CFB]: a small file system inside a file. Its directory names the streams.
const headerBytes = 512;
const entryBytes = 128;
/** No document needs as many; a chain made long to keep us busy does. */
const mostSectors = 5000;
/** Numbers from here on are no sectors. */
const endOfChain = 0xfffffffa;

const byStream: Record<string, string> = {
  WordDocument: "application/msword",
  Workbook: "application/vnd.ms-excel",
  Book: "application/vnd.ms-excel",
  "PowerPoint Document": "application/vnd.ms-powerpoint",
};

/** Tells Word, Excel and PowerPoint of before 2007 apart, and from installers and letters, which share their form. */
export async function lookIntoOldOffice(path: string): Promise<FileKind> {
  const names = await listStreams(path).catch(() => {
    throw unknownKind();
  });
  if (names.includes("EncryptedPackage")) throw locked();
  const mediaTypes = new Set(names.flatMap((name) => byStream[name] ?? []));
  if (mediaTypes.size !== 1) throw unknownKind();
  return kindOf([...mediaTypes][0]!);
}

async function listStreams(path: string): Promise<string[]> {
  const file = await open(path);
  try {
    return await new CompoundFile(file).listStreams();
  } finally {
    await file.close();
  }
}

class CompoundFile {
  private readonly file: FileHandle;
  private header: Buffer = Buffer.alloc(0);
  private sectorBytes = 0;
  private sectorsRead = 0;

  constructor(file: FileHandle) {
    this.file = file;
  }

  async listStreams(): Promise<string[]> {
    this.header = await readAt(this.file, 0, headerBytes);
    this.sectorBytes = 2 ** this.header.readUInt16LE(30);
    if (this.sectorBytes !== 512 && this.sectorBytes !== 4096) throw new Error("No such sectors.");
    const names: string[] = [];
    let at = this.header.readUInt32LE(48);
    while (at < endOfChain) {
      names.push(...namesIn(await this.sector(at)));
      at = await this.after(at);
    }
    return names;
  }

  private sector(number: number): Promise<Buffer> {
    if (++this.sectorsRead > mostSectors) throw new Error("A chain without an end.");
    return readAt(this.file, (number + 1) * this.sectorBytes, this.sectorBytes);
  }

  /** The sector that follows this one in its chain. */
  private async after(at: number): Promise<number> {
    const numbers = this.sectorBytes / 4;
    const table = await this.tableSector(Math.floor(at / numbers));
    return (await this.sector(table)).readUInt32LE(4 * (at % numbers));
  }

  /** Where a sector of the table of chains lies: the header knows the first 109, a list of its own the others. */
  private async tableSector(index: number): Promise<number> {
    if (index < 109) return this.header.readUInt32LE(76 + 4 * index);
    const inOne = this.sectorBytes / 4 - 1;
    let list = this.header.readUInt32LE(68);
    for (let passed = Math.floor((index - 109) / inOne); passed > 0; passed--)
      list = (await this.sector(list)).readUInt32LE(4 * inOne);
    return (await this.sector(list)).readUInt32LE(4 * ((index - 109) % inOne));
  }
}

function namesIn(sector: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + entryBytes <= sector.length; at += entryBytes) {
    const length = sector.readUInt16LE(at + 64);
    if (length >= 2 && length <= 64) names.push(sector.toString("utf16le", at, at + length - 2));
  }
  return names;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error("The file ends before that.");
  return buffer;
}
