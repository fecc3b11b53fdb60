import { Type, type Static } from "typebox";
import { Id } from "#server/http/shapes.contract.ts";

export const UploadParams = Type.Object({ uploadId: Id });

/** The version of the protocol every request names (tus 1.0, “Tus-Resumable”). */
const Version = Type.Literal("1.0.0");
export const TusHeaders = Type.Object({ "tus-resumable": Version });

/** Of an upload to begin: its size in bytes, and in base64 the file's name and when it was changed (milliseconds). */
export const BeginHeaders = Type.Object({
  "tus-resumable": Version,
  "upload-length": Type.String({ pattern: "^[0-9]{1,15}$" }),
  "upload-metadata": Type.Optional(Type.String({ maxLength: 4000 })),
});

/** Of a piece: the byte it begins at. */
export const PartHeaders = Type.Object({
  "tus-resumable": Version,
  "upload-offset": Type.String({ pattern: "^[0-9]{1,15}$" }),
});

/** An upload on its way: what is there of it, and the instant after which it is forgotten. */
export const OpenUpload = Type.Object({
  id: Id,
  name: Type.String(),
  bytes: Type.Integer(),
  received: Type.Integer(),
  modifiedAt: Type.Union([Type.String(), Type.Null()]),
  expiresAt: Type.String(),
});
export type OpenUpload = Static<typeof OpenUpload>;
