import { Type, type Static } from "typebox";
import { Id } from "#server/http/shapes.contract.ts";

/** Whether pictures of the file are there to show. */
export const PreviewState = Type.Union([
  Type.Literal("waiting"),
  Type.Literal("made"),
  Type.Literal("none"),
  Type.Literal("failed"),
]);
export type PreviewState = Static<typeof PreviewState>;

/** Why a file cannot be opened: the scanner has not looked at it yet, or turned it away; or its content is lost or changed. */
export const FileTrouble = Type.Union([
  Type.Literal("held"),
  Type.Literal("refused"),
  Type.Literal("damaged"),
]);
export type FileTrouble = Static<typeof FileTrouble>;

/** A file that arrived whole; its pages and measures are known once its preview is made. */
export const StoredFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  pages: Type.Union([Type.Integer(), Type.Null()]),
  width: Type.Union([Type.Integer(), Type.Null()]),
  height: Type.Union([Type.Integer(), Type.Null()]),
  preview: PreviewState,
  trouble: Type.Union([FileTrouble, Type.Null()]),
});
export type StoredFile = Static<typeof StoredFile>;

/** The reply to an upload: 201 for a new file; 200 and `already` when its owner had sent the same content before. */
export const UploadedFile = Type.Object({ ...StoredFile.properties, already: Type.Boolean() });
export type UploadedFile = Static<typeof UploadedFile>;

/** What a file is to people; each has one limit. */
export const FileFamily = Type.Union([
  Type.Literal("image"),
  Type.Literal("document"),
  Type.Literal("audio"),
  Type.Literal("video"),
]);
export type FileFamily = Static<typeof FileFamily>;

/** What an uploader may send, so that a person hears of a limit before she waits. */
export const UploadLimits = Type.Object({
  accepted: Type.Array(
    Type.Object({ mediaType: Type.String(), family: FileFamily, maxBytes: Type.Integer() }),
  ),
  /** Bytes the person still has room for. */
  roomBytes: Type.Integer(),
});
export type UploadLimits = Static<typeof UploadLimits>;

export const FileParams = Type.Object({ fileId: Id });

/** `small` fits a thumbnail, `large` a screen; further pages of a PDF are `page-2` to `page-40`. */
export const PreviewKind = Type.String({ pattern: "^(small|large|page-([2-9]|[123][0-9]|40))$" });
export const PreviewParams = Type.Object({ fileId: Id, kind: PreviewKind });
