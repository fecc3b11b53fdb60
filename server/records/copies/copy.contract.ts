import { Type, type Static } from "typebox";

/** SHA-256 of a file, 64 hexadecimal digits. */
export const CopyParams = Type.Object({ sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }) });

/** What somebody who holds a file may know of it, and no more: whether a school issued it, and whether a newer one stands. */
export const CopyReply = Type.Object({
  issued: Type.Boolean(),
  version: Type.Union([Type.Integer(), Type.Null()]),
  /** Null where nothing stands any more: withdrawn or erased. */
  newest: Type.Union([Type.Integer(), Type.Null()]),
});
export type CopyReply = Static<typeof CopyReply>;
