import { Type, type Static } from "typebox";
import { Id } from "#server/http/shapes.contract.ts";
import { FileTrouble } from "../file.contract.ts";

const MaybeText = Type.Union([Type.String(), Type.Null()]);

/** A file somebody has to look after. */
export const FileInNeed = Type.Object({
  id: Id,
  name: Type.String(),
  bytes: Type.Integer(),
  trouble: FileTrouble,
  /** What the scanner found, or why it has no verdict. */
  note: MaybeText,
  since: Type.String({ format: "date-time" }),
  student: Type.Object({ id: Id, name: Type.String() }),
  /** The pieces of work it belongs to. */
  pieces: Type.Array(Type.String()),
});
export type FileInNeed = Static<typeof FileInNeed>;

/** How the files of a school's students are. */
export const FileCare = Type.Object({
  /** The newest hundred in need. */
  inNeed: Type.Array(FileInNeed),
  inNeedCount: Type.Integer(),
  /** Files the scanner has not looked at yet. */
  waiting: Type.Integer(),
  isScanned: Type.Boolean(),
  files: Type.Integer(),
  bytes: Type.Integer(),
  /** The longest time any file has not been compared with what was taken in. */
  oldestCheckAt: Type.Union([Type.String({ format: "date-time" }), Type.Null()]),
});
export type FileCare = Static<typeof FileCare>;

/** What a check found; null where the file is what was taken in. */
export const FileChecked = Type.Object({ trouble: Type.Union([FileTrouble, Type.Null()]) });
export type FileChecked = Static<typeof FileChecked>;
