import { createReadStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { isKey, newKey, ours } from "./key.ts";
import type { PassingFile, PassingFiles } from "./passing-files.ts";
import type { S3Address } from "./s3-address.ts";
import { ContentMissing, type ByteRange, type Storage } from "./storage.ts";

/**
 * Contents as objects of a bucket, in Amazon S3 or what speaks its protocol.
 * A content lies on this machine first: its length is known then, one request puts it (up to 5 GB, the protocol's limit),
 * and nothing is in the bucket before it is whole.
 */
export class S3Storage implements Storage {
  private readonly client: S3Client;
  private readonly address: S3Address;
  private readonly passing: PassingFiles;

  constructor(address: S3Address, passing: PassingFiles) {
    this.address = address;
    this.passing = passing;
    this.client = clientOf(address);
  }

  async put(source: AsyncIterable<Uint8Array>): Promise<string> {
    const key = newKey();
    await this.putAs(key, source);
    return key;
  }

  async putAs(key: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const place = this.placeOf(key);
    await this.passing.hold(source, (file) => severalTimes(() => this.send(place, file)));
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    const command = new GetObjectCommand({ ...this.placeOf(key), ...part });
    const { Body } = await this.client.send(command).catch((error: unknown) => {
      throw isMissing(error) ? new ContentMissing(key) : error;
    });
    return Body as Readable;
  }

  async measure(key: string): Promise<number | null> {
    try {
      const { ContentLength } = await this.client.send(new HeadObjectCommand(this.placeOf(key)));
      return ContentLength ?? 0;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async withLocalFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T> {
    return await this.passing.hold(await this.read(key), ({ path }) => use(path));
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.placeOf(key)));
  }

  async *listOlderThan(before: Date): AsyncIterable<string> {
    const { bucket: Bucket, prefix: Prefix } = this.address;
    for await (const page of paginateListObjectsV2({ client: this.client }, { Bucket, Prefix }))
      for (const { Key = "", LastModified } of page.Contents ?? []) {
        const key = Key.slice(Prefix.length);
        if (isKey(key) && LastModified && LastModified < before) yield key;
      }
  }

  private async send(place: { Bucket: string; Key: string }, file: PassingFile): Promise<void> {
    const content = {
      Body: createReadStream(file.path),
      ContentLength: file.bytes,
      // Whoever holds the bucket compares what arrived with this.
      ChecksumSHA256: file.sha256.toString("base64"),
    };
    await this.client.send(new PutObjectCommand({ ...place, ...content }));
  }

  private placeOf(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.address.bucket, Key: `${this.address.prefix}${ours(key)}` };
  }
}

const clientOf = ({ region, endpoint }: S3Address): S3Client =>
  new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // A conference night's families read at once, and a store that is silent must not hold them for ever.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000, httpsAgent: { maxSockets: 500 } },
    // Not every store knows the checksums the SDK would add by itself; ours is given by hand.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });

const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  error.$metadata.httpStatusCode === 404 &&
  error.name !== "NoSuchBucket";

/** The SDK tries a stream once, since it cannot be read again; a file can. */
async function severalTimes(act: () => Promise<void>): Promise<void> {
  for (const pauseMs of [200, 1_000, 0]) {
    try {
      return await act();
    } catch (error) {
      if (pauseMs === 0 || isOurFault(error)) throw error;
      await sleep(pauseMs);
    }
  }
}

const isOurFault = (error: unknown): boolean => {
  const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) : 500;
  return status < 500 && status !== 429;
};
