import { Type, type Static } from "typebox";
import { Body, Instant, Line } from "#server/http/shapes.contract.ts";

/**
 * On which ground a record's content may be destroyed: a hearing or the school found it inaccurate or misleading
 * (FERPA, 34 CFR 99.20 and 99.21), it was about somebody else, a court ordered it, or the school's retention period ended.
 */
export const ErasureGround = Type.Enum(["amendment", "another-student", "court", "retention"]);
export type ErasureGround = Static<typeof ErasureGround>;

/** The record's number is repeated, since nothing brings it back. */
export const Erasure = Body({ number: Line(40), ground: ErasureGround, because: Line(1000) });
export type Erasure = Static<typeof Erasure>;

/** What stays of an erased record. */
export const Tombstone = Type.Object({
  number: Type.String(),
  zone: Type.String(),
  erasedAt: Instant,
  erasedBy: Type.String(),
  ground: ErasureGround,
  because: Type.String(),
  versions: Type.Array(Type.Object({ version: Type.Integer(), sealedAt: Instant, digest: Type.String() })),
});
export type Tombstone = Static<typeof Tombstone>;
