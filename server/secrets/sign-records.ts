import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { Secrets } from "./open-secrets.ts";

/** Signs digests in the school's name; the public key lets anyone check without being able to sign. */
export interface RecordSigner {
  /** Ed25519 (RFC 8032) over the digest: 64 bytes. */
  sign(digest: Buffer): Buffer;
  isSigned(digest: Buffer, signature: Buffer): boolean;
  /** PEM, to be handed to whoever wants to check. */
  readonly publicKey: string;
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signer of a school's records. */
export function recordSigner(secrets: Secrets): RecordSigner {
  const seed = secrets.keyFor("record-signatures");
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key);
  return {
    sign: (digest) => sign(null, digest, key),
    isSigned: (digest, signature) => verify(null, digest, publicKey, signature),
    publicKey: publicKey.export({ format: "pem", type: "spki" }).toString(),
  };
}
