import { canonicalJson, digestOf } from "#server/canonical.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { chained } from "../sealing/seal.queries.ts";

/** One kept version as it lies in the database. */
export interface KeptVersion {
  readonly recordId: string;
  /** The number on the record's own row, and the one its core carries. */
  readonly number: string | null;
  readonly version: number;
  readonly sealedAt: Date;
  readonly digest: Buffer;
  readonly previousDigest: Buffer | null;
  readonly signature: Buffer | null;
  readonly erasedAt: Date | null;
  readonly parts: readonly KeptPart[];
}

export interface KeptPart {
  readonly part: string;
  /** Null once it is erased. */
  readonly canonical: string | null;
  readonly salt: Buffer | null;
  readonly digest: Buffer;
}

/** Something that is not as it was sealed; `what` says of which kind, `detail` in a sentence. */
export interface Finding {
  readonly record: string;
  readonly what: "edited" | "re-chained" | "missing";
  readonly detail: string;
}

/**
 * Checks all versions of one student's records, in the order they were sealed, against their digests, the signatures
 * and one another. Whoever rewrote rows and digests alike still lacks the key that signs (server/secrets).
 */
export function checkChain(versions: readonly KeptVersion[], signer: RecordSigner): Finding[] {
  const followed = new Set<string>();
  let before: KeptVersion | undefined;
  return versions.flatMap((version) => {
    const findings = [
      ...checkParts(version),
      ...checkSeal(version, signer),
      ...checkPlace(version, before, followed),
    ];
    before = version;
    followed.add(version.digest.toString("hex"));
    return findings;
  });
}

/** Each part under its own salt; of an erased one only the digest is left. */
function checkParts(version: KeptVersion): Finding[] {
  if (version.parts.length === 0) return [found(version, "missing", "all of its parts are gone")];
  return version.parts.flatMap(({ part, canonical, salt, digest }) => {
    const name = part === "core" ? "its core" : `the part of household ${part}`;
    if (canonical === null || salt === null)
      return version.erasedAt ? [] : [found(version, "missing", `${name} is empty, and nobody erased it`)];
    if (!digestOf(salt, canonical).equals(digest))
      return [found(version, "edited", `${name} is not what was sealed`)];
    return checkStamp(version, canonical, name);
  });
}

/** Number, version and instant inside a part are those outside. */
function checkStamp(version: KeptVersion, canonical: string, name: string): Finding[] {
  const { seal } = JSON.parse(canonical) as { seal?: { number: string; version: number; sealedAt: string } };
  const inside = [seal?.number, seal?.version, seal?.sealedAt];
  const outside = [version.number, version.version, version.sealedAt.toISOString()];
  return canonicalJson(inside) === canonicalJson(outside)
    ? []
    : [found(version, "edited", `${name} carries the seal of another record`)];
}

function checkSeal(version: KeptVersion, signer: RecordSigner): Finding[] {
  const { number, version: nth, sealedAt, parts, previousDigest, digest, signature } = version;
  const seal = { number: number ?? "", version: nth, sealedAt: sealedAt.toISOString() };
  if (!digestOf(chained(seal, parts, previousDigest)).equals(digest))
    return [found(version, "edited", "number, instant, parts or place in the chain are not what was sealed")];
  if (!signature || !signer.isSigned(digest, signature))
    return [found(version, "edited", "the school’s key did not sign it")];
  return [];
}

/** A version follows the one sealed before it, and only one follows each. */
function checkPlace(version: KeptVersion, before: KeptVersion | undefined, followed: Set<string>): Finding[] {
  const { previousDigest } = version;
  if (previousDigest === null)
    return before ? [found(version, "re-chained", `it should follow ${nameOf(before)}`)] : [];
  if (before && previousDigest.equals(before.digest)) return [];
  if (followed.has(previousDigest.toString("hex")))
    return [found(version, "re-chained", `it follows an older one than ${nameOf(before!)}`)];
  return [found(version, "missing", "the one sealed before it is gone")];
}

/** “2026-F-0417, version 2” */
export const nameOf = ({ number, recordId, version }: Pick<KeptVersion, "number" | "recordId" | "version">) =>
  `${number ?? recordId}, version ${version}`;

const found = (version: KeptVersion, what: Finding["what"], detail: string): Finding => ({
  record: nameOf(version),
  what,
  detail,
});
