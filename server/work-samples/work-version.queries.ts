import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { previewFor, troubleOf } from "#server/files/trouble.ts";
import { editableBy, readableBy } from "./work-sample.access.ts";

export const versionColumns = [
  "workVersion.id as versionId",
  "workVersion.number",
  "workVersion.stage",
  "workVersion.kind",
  "workVersion.url",
  "workVersion.altText",
  "workVersion.createdAt as versionCreatedAt",
] as const;

/** What a version shows of its file to this person. */
export const fileColumns = (actor: Actor) =>
  [
    "storedFile.id as fileId",
    "storedFile.name as fileName",
    "storedFile.mediaType",
    "storedFile.bytes",
    "storedFile.pages",
    "storedFile.width",
    "storedFile.height",
    previewFor(actor).as("preview"),
    troubleOf.as("trouble"),
  ] as const;

/** Every version of a piece this person may see, first to last. */
export const listVersions = (db: Db, actor: Actor, workSampleId: string) =>
  piecesAndVersions(db, actor, workSampleId)
    .leftJoin("storedFile", (join) =>
      join
        .onRef("storedFile.districtId", "=", "workVersion.districtId")
        .onRef("storedFile.id", "=", "workVersion.fileId"),
    )
    .select(versionColumns)
    .select(fileColumns(actor))
    .select("workVersion.body")
    .where(readableBy(actor))
    .orderBy("workVersion.number")
    .execute();

/** One version of a piece the actor may change. */
export const readOwnVersion = (tx: Tx, actor: Actor, workSampleId: string, versionId: string) =>
  piecesAndVersions(tx, actor, workSampleId)
    .select(["workVersion.altText", "workVersion.stage"])
    .where("workVersion.id", "=", versionId)
    .where(editableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("version"));

const piecesAndVersions = (db: Db | Tx, actor: Actor, workSampleId: string) =>
  db
    .selectFrom("workVersion")
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "workVersion.districtId")
        .onRef("workSample.id", "=", "workVersion.workSampleId"),
    )
    .where("workVersion.districtId", "=", actor.districtId)
    .where("workVersion.workSampleId", "=", workSampleId);

interface VersionContent {
  readonly stage: string;
  readonly kind: string;
  readonly body: string | null;
  readonly url: string | null;
  readonly fileId: string | null;
  readonly altText: string;
}

/** Adds a version to a piece of the actor's own; its number is the next one, and a constraint keeps it single. */
export async function insertVersion(
  tx: Tx,
  actor: Actor,
  workSampleId: string,
  content: VersionContent,
): Promise<string> {
  const id = uuidv7();
  const { districtId, now: createdAt } = actor;
  const number = sql<number>`(select coalesce(max(v.number), 0) + 1 from work_version v
    where v.district_id = ${districtId} and v.work_sample_id = ${workSampleId})`;
  await tx
    .insertInto("workVersion")
    .values({ districtId, id, workSampleId, number, createdAt, ...content })
    .execute();
  return id;
}

/** Changes one field of a version. */
export async function changeVersion(
  tx: Tx,
  actor: Actor,
  versionId: string,
  change: { altText: string } | { stage: string },
): Promise<void> {
  await tx
    .updateTable("workVersion")
    .set(change)
    .where("districtId", "=", actor.districtId)
    .where("id", "=", versionId)
    .execute();
}
