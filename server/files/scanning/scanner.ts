/** What a scanner says of a content: the name of what it found, or null. */
export interface Verdict {
  readonly found: string | null;
}

/** Looks for what may harm whoever opens a file. */
export interface Scanner {
  /** Reads a content to its end; throws `ScannerSilent` when no verdict can be had now, so that the file is held. */
  scan(content: AsyncIterable<Uint8Array>): Promise<Verdict>;
}

/** There is no verdict: the scanner does not answer, or does not take such a content. */
export class ScannerSilent extends Error {
  /** Whether another file may fare better. */
  readonly onlyThis: boolean;

  constructor(message: string, { onlyThis }: { onlyThis: boolean }) {
    super(message);
    this.onlyThis = onlyThis;
  }
}
