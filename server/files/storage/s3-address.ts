import { ConfigError } from "#server/config-error.ts";

/** Where a bucket is, and below which name our contents lie in it. */
export interface S3Address {
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  /** Null asks Amazon itself; anything else is a store that speaks its protocol, addressed by path. */
  readonly endpoint: string | null;
}

/**
 * Reads `s3://BUCKET/PREFIX?region=…&endpoint=https://…`.
 * Keys never stand in it: the SDK finds them where its documentation says (environment, shared file, role of the machine).
 * Throws `ConfigError` naming what is wrong.
 */
export function readS3Address(value: string): S3Address {
  if (!URL.canParse(value)) throw wrong("names no bucket");
  const url = new URL(value);
  if (url.protocol !== "s3:" || url.hostname === "") throw wrong("names no bucket");
  if (url.username || url.password)
    throw wrong("holds keys, whose place is AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  for (const name of url.searchParams.keys())
    if (name !== "region" && name !== "endpoint") throw wrong(`asks for “${name}”, which we do not know`);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  return {
    bucket: url.hostname,
    prefix: prefix === "" ? "" : `${decodeURIComponent(prefix)}/`,
    region: url.searchParams.get("region") || "us-east-1",
    endpoint: readEndpoint(url.searchParams.get("endpoint")),
  };
}

function readEndpoint(value: string | null): string | null {
  if (!value) return null;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw wrong("has an endpoint that is no address of the web");
  return value;
}

const wrong = (what: string): ConfigError =>
  new ConfigError(
    `FILES_URL must be s3://BUCKET/PREFIX?region=REGION&endpoint=https://HOST; this one ${what}.`,
  );
