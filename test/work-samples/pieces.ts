import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { uuidv7 } from "uuidv7";
import type { Person } from "#test/support/people.ts";
import type { School } from "#test/support/school.ts";
import type { Story } from "#test/support/story.ts";
import type { NewVersion, NewWorkSample } from "#web/work-samples/work-sample.api.ts";

/** A piece as a student would add it: a lab report about a creek, written here. */
export const aPiece = (facts: Partial<NewWorkSample> = {}): NewWorkSample => ({
  title: "The creek that stops breathing at night",
  subject: "science",
  madeOn: "2026-10-22",
  asked: "Find out whether one claim about water in our town is true.",
  sharedWithAdviser: false,
  language: "en",
  version: written("At 3 pm every site looks healthy."),
  ...facts,
});

/** A version written here. */
export const written = (body: string, stage: "draft" | "final" = "draft"): NewVersion => ({
  kind: "text",
  stage,
  body,
});

/** A file of somebody's that arrived whole, without its bytes. */
export async function aStoredFile(
  { db, districtId }: School,
  owner: Person,
  facts: { scan?: "off" | "refused" } = {},
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("storedFile")
    .values({
      districtId,
      id,
      ownerId: owner.personId,
      name: "creek.jpg",
      mediaType: "image/jpeg",
      bytes: 5_000,
      sha256: Buffer.alloc(32, 7),
      storageKey: `test/${id}`,
      preview: "made",
      width: 720,
      height: 940,
      ...facts,
    })
    .execute();
  return id;
}

/** Names somebody as having made a piece together with its student. */
export const makeCoAuthor = ({ db, districtId }: School, workSampleId: string, student: Person) =>
  db
    .insertInto("workSampleAuthor")
    .values({ districtId, workSampleId, studentId: student.personId })
    .execute();

/** Hangs a piece of Itzel's in her portfolio of the open season, where she grew. */
export async function hang({ school, itzel }: Story, workSampleId: string): Promise<void> {
  const { db, districtId, seasonId } = school;
  const [id, studentId] = [uuidv7(), itzel.personId];
  await db.insertInto("portfolio").values({ districtId, id, studentId, seasonId }).execute();
  const item = { id: uuidv7(), portfolioId: id, section: "growth", position: 1, workSampleId };
  await db
    .insertInto("portfolioItem")
    .values({ districtId, ...item })
    .execute();
}

/** Three hundred pieces of a student, an hour apart, in three subjects. */
export async function threeHundredPieces(db: Db, { districtId, personId }: Person): Promise<void> {
  await sql`with made as (
      insert into work_sample (district_id, id, student_id, title, subject, created_at)
      select ${districtId}, gen_random_uuid(), ${personId}, case n when 1 then 'Página 1 of my atlas' else 'Piece ' || n end,
        (array['english', 'math', 'science'])[n % 3 + 1], timestamptz '2026-09-01' + n * interval '1 hour'
      from generate_series(1, 300) n returning district_id, id, title)
    insert into work_version (district_id, id, work_sample_id, number, stage, kind, body)
    select district_id, gen_random_uuid(), id, 1, 'final', 'text', 'The body of ' || split_part(title, ' ', 2) || '.' from made`.execute(
    db,
  );
}
