import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { readableBy as reflectionReadableBy } from "#server/reflections/reflection.access.ts";
import { readableBy as workReadableBy } from "#server/work-samples/work-sample.access.ts";
import type { ShownReflection, ShownVersion, ShownWork } from "./shown.contract.ts";

/** A piece as it can be shown, not yet in a segment of the agenda. */
export type Piece = Omit<ShownWork, "segment" | "schemaVersion" | "kind"> & { id: string };

interface Reading {
  /** Long texts are cut here; all of it is read for showing and freezing. */
  readonly letters?: number;
}

/** These pieces with their versions and answered questions, as far as this person may read them. */
export async function listPieces(
  db: Db,
  actor: Actor,
  ids: string[],
  reading: Reading = {},
): Promise<Piece[]> {
  if (ids.length === 0) return [];
  const [pieces, versions, reflections] = await Promise.all([
    listSamples(db, actor, ids),
    listVersions(db, actor, ids, reading.letters ?? 200_000),
    listReflections(db, actor, ids),
  ]);
  return pieces.map((piece) => ({
    ...piece,
    versions: versions.filter((each) => each.workSampleId === piece.id).map(asVersion),
    reflections: reflections.filter((each) => each.workSampleId === piece.id).map(asReflection),
  }));
}

const listSamples = (db: Db, actor: Actor, ids: string[]) =>
  db
    .selectFrom("workSample")
    .select(["id", "title", "subject", "language", "madeOn", "asked"])
    .where("workSample.districtId", "=", actor.districtId)
    .where("workSample.id", "in", ids)
    .where("workSample.archivedAt", "is", null)
    .where(workReadableBy(actor))
    .execute();

const listVersions = (db: Db, actor: Actor, ids: string[], letters: number) =>
  db
    .selectFrom("workVersion")
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "workVersion.districtId")
        .onRef("workSample.id", "=", "workVersion.workSampleId"),
    )
    .leftJoin("storedFile", (join) =>
      join
        .onRef("storedFile.districtId", "=", "workVersion.districtId")
        .onRef("storedFile.id", "=", "workVersion.fileId"),
    )
    .select(["workVersion.workSampleId", "workVersion.number", "workVersion.stage", "workVersion.kind"])
    .select(["workVersion.url", "workVersion.altText"])
    .select(sql<string | null>`left(work_version.body, ${letters})`.as("body"))
    .select(["storedFile.id as fileId", "storedFile.name", "storedFile.mediaType", "storedFile.bytes"])
    .select(sql<string>`encode(stored_file.sha256, 'hex')`.as("sha256"))
    .select(["storedFile.pages", "storedFile.width", "storedFile.height"])
    .where("workVersion.districtId", "=", actor.districtId)
    .where("workVersion.workSampleId", "in", ids)
    .where(workReadableBy(actor))
    .orderBy("workVersion.number")
    .execute();

const listReflections = (db: Db, actor: Actor, ids: string[]) =>
  db
    .selectFrom("reflection")
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "reflection.districtId")
        .onRef("workSample.id", "=", "reflection.workSampleId"),
    )
    .select(["reflection.workSampleId", "reflection.prompt", "reflection.answer", "reflection.language"])
    .where("reflection.districtId", "=", actor.districtId)
    .where("reflection.workSampleId", "in", ids)
    .where(sql<boolean>`reflection.answer ~ '\\S'`)
    .where(reflectionReadableBy(actor))
    .orderBy("reflection.updatedAt")
    .orderBy("reflection.prompt")
    .execute();

type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

function asVersion(row: VersionRow): ShownVersion {
  const { number, stage, kind, body, url, altText, fileId, name, mediaType, bytes, sha256 } = row;
  const { pages, width, height } = row;
  const file =
    fileId === null || name === null || mediaType === null || bytes === null
      ? null
      : { id: fileId, name, mediaType, bytes, sha256, pages, width, height };
  return { number, stage, kind, body, url, altText, file } as ShownVersion;
}

const asReflection = ({ prompt, answer, language }: ShownReflection): ShownReflection => ({
  prompt,
  answer,
  language,
});
