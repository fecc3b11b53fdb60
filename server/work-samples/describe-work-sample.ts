import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { StoredFile } from "#server/files/file.contract.ts";
import { warningFor } from "./link.ts";
import type { Shelf, ShelfQuery, Subject, WorkSample, WorkSampleOnShelf } from "./work-sample.contract.ts";
import {
  countWorkSamples,
  listCoAuthors,
  listHangings,
  listOwnClasses,
  listWorkSamples,
  readPiece,
} from "./work-sample.queries.ts";
import type { WorkVersion } from "./work-version.contract.ts";
import { listVersions } from "./work-version.queries.ts";

/** So many pieces come at a time. */
const pageLength = 60;

/** A page of a student's shelf as this person sees it, with what is looked for. */
export async function describeShelf(
  db: Db,
  actor: Actor,
  studentId: string,
  query: ShelfQuery = {},
): Promise<Shelf> {
  const [rows, { found, total, subjects }] = await Promise.all([
    listWorkSamples(db, actor, studentId, query)
      .limit(pageLength + 1)
      .execute(),
    countWorkSamples(db, actor, studentId, query),
  ]);
  const page = rows.slice(0, pageLength);
  return {
    workSamples: page.map(asOnShelf),
    found,
    total,
    subjects: subjects as Subject[],
    next: rows.length > pageLength ? (page.at(-1)?.id ?? null) : null,
  };
}

/** A piece as this person sees it; what was answered about it is the reflections' to tell. */
export async function describeWorkSample(
  db: Db,
  actor: Actor,
  workSampleId: string,
): Promise<Omit<WorkSample, "reflections">> {
  const { name, ...piece } = await readPiece(db, actor, workSampleId);
  const [versions, coAuthors, hangsIn, classes] = await Promise.all([
    listVersions(db, actor, workSampleId),
    listCoAuthors(db, actor, workSampleId),
    listHangings(db, actor, workSampleId),
    piece.mayEdit ? listOwnClasses(db, actor) : [],
  ]);
  return {
    ...piece,
    subject: piece.subject as Subject,
    createdAt: piece.createdAt.toISOString(),
    student: { id: piece.studentId, name },
    versions: versions.map(asVersion),
    coAuthors,
    hangsIn,
    classes,
  };
}

type ShelfRow = Awaited<ReturnType<ReturnType<typeof listWorkSamples>["execute"]>>[number];
type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

const asOnShelf = (row: ShelfRow): WorkSampleOnShelf => ({
  id: row.id,
  studentId: row.studentId,
  title: row.title,
  subject: row.subject as Subject,
  madeOn: row.madeOn,
  language: row.language,
  sharedWithAdviser: row.sharedWithAdviser,
  submittedToClass: row.submittedToClass,
  createdAt: row.createdAt.toISOString(),
  versions: row.number,
  reflections: row.reflections ?? 0,
  feedback: row.feedback,
  newFeedback: row.newFeedback,
  current: asVersion(row),
});

const asVersion = (row: VersionRow): WorkVersion => ({
  id: row.versionId,
  number: row.number,
  stage: row.stage as WorkVersion["stage"],
  kind: row.kind as WorkVersion["kind"],
  body: row.body,
  url: row.url,
  warning: warningFor(row.url),
  file: asFile(row),
  altText: row.altText,
  createdAt: row.versionCreatedAt.toISOString(),
});

function asFile(row: VersionRow): StoredFile | null {
  const { fileId: id, fileName: name, mediaType, bytes, preview, pages, width, height, trouble } = row;
  if (id === null || name === null || mediaType === null || bytes === null) return null;
  return {
    id,
    name,
    mediaType,
    bytes,
    pages,
    width,
    height,
    preview: preview as StoredFile["preview"],
    trouble,
  };
}
