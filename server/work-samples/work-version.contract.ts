import { Type, type Static } from "typebox";
import { StoredFile } from "#server/files/file.contract.ts";
import { Id, Instant } from "#server/http/shapes.contract.ts";

export const Stage = Type.Union([Type.Literal("draft"), Type.Literal("final")]);
export type Stage = Static<typeof Stage>;

/** A link that opens for the school's accounts only, so the family would stand before a closed door. */
export const LinkWarning = Type.Union([Type.Literal("family-cannot-open"), Type.Null()]);
export type LinkWarning = Static<typeof LinkWarning>;

/** One state of a piece; exactly one of body, url and file is there, as `kind` says. */
export const WorkVersion = Type.Object({
  id: Id,
  number: Type.Integer(),
  stage: Stage,
  kind: Type.Union([Type.Literal("text"), Type.Literal("file"), Type.Literal("link")]),
  body: Type.Union([Type.String(), Type.Null()]),
  url: Type.Union([Type.String(), Type.Null()]),
  warning: LinkWarning,
  file: Type.Union([StoredFile, Type.Null()]),
  altText: Type.String(),
  createdAt: Instant,
});
export type WorkVersion = Static<typeof WorkVersion>;
