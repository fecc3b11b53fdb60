import { readFile, rename, writeFile } from "node:fs/promises";
import { digestOf } from "#server/canonical.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { nameOf, type Finding, type KeptVersion } from "./chain.ts";

/** One line a version that was there when somebody last looked: its digest, then what it is called. */
const lineOf = (version: KeptVersion): string => `${version.digest.toString("hex")} ${nameOf(version)}`;

/**
 * What was seen before, kept in a file outside the database and signed. The end of a chain can be cut off without
 * a trace in the chain; whoever cuts it cannot also reach this file.
 */
export class KnownRecords {
  private readonly file: string;
  private readonly signer: RecordSigner;
  private readonly lines: string[] = [];

  constructor(file: string, signer: RecordSigner) {
    this.file = file;
    this.signer = signer;
  }

  see(version: KeptVersion): void {
    this.lines.push(lineOf(version));
  }

  /** What was there before and is no more. */
  async compare(): Promise<Finding[]> {
    const text = await readFile(this.file, "utf8").catch(unlessMissing);
    if (text === undefined) return [];
    const [signature = "", ...before] = text.trimEnd().split("\n");
    if (!this.signer.isSigned(digestOf(before.join("\n")), Buffer.from(signature, "hex")))
      return [{ record: this.file, what: "edited", detail: "the school’s key did not sign this list" }];
    const now = new Set(this.lines);
    return before.filter((line) => line !== "" && !now.has(line)).map(goneOf);
  }

  /** Keeps what is there now for the next time. */
  async keep(): Promise<void> {
    const text = this.lines.join("\n");
    const signature = this.signer.sign(digestOf(text)).toString("hex");
    await writeFile(`${this.file}.new`, `${signature}\n${text}\n`, { mode: 0o600, flush: true });
    await rename(`${this.file}.new`, this.file);
  }
}

const goneOf = (line: string): Finding => ({
  record: line.slice(line.indexOf(" ") + 1),
  what: "missing",
  detail: "it was there when the records were last verified",
});

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
