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
  /** Opens a content, or a range of it; throws when it is not there. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Lends the content as a file on this machine, for libraries that want one. */
  withLocalFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T>;
  /** Removes a content; one that is gone already is no error. */
  delete(key: string): Promise<void>;
  /** Every key written before an instant, unfinished ones included. */
  listOlderThan(before: Date): AsyncIterable<string>;
}
