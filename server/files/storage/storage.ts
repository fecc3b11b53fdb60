import type { Readable } from "node:stream";

/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where contents lie. Keys are random and tell nothing; names, kinds and rights stay in the database. */
export interface Storage {
  /** Keeps what the source brings under a new key, on the disk for good; keeps nothing when the source fails. */
  put(source: AsyncIterable<Uint8Array>): Promise<string>;
  /** The same under a key that a content has in another store; what lay there is replaced. */
  putAs(key: string, source: AsyncIterable<Uint8Array>): Promise<void>;
  /** Opens a content, or a range of it; throws `ContentMissing` when it is not there. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** The bytes of a content; null when it is not there. */
  measure(key: string): Promise<number | null>;
  /** Lends the content as a file on this machine, for libraries that want one; throws `ContentMissing`. */
  withLocalFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T>;
  /** Removes a content; one that is gone already is no error. */
  delete(key: string): Promise<void>;
  /** Every key written before an instant, unfinished ones included. */
  listOlderThan(before: Date): AsyncIterable<string>;
}

/** A content that a row speaks of and that does not lie in the store. */
export class ContentMissing extends Error {
  constructor(key: string) {
    super(`There is no content ${key}.`);
  }
}
