import { sql, type ExpressionBuilder, type RawBuilder, type Updateable } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Database, Db, Tx } from "#server/database/connect.ts";
import type { WorkSample as WorkSampleTable } from "#server/database/tables.ts";
import { feedbackReadableBy } from "#server/feedback/feedback.access.ts";
import { NotFound } from "#server/http/problems.ts";
import type { Hanging, ShelfQuery } from "./work-sample.contract.ts";
import { editableBy, portfolioReadableBy, readableBy, reflectionReadableBy } from "./work-sample.access.ts";
import { fileColumns, versionColumns } from "./work-version.queries.ts";

type OnPiece = ExpressionBuilder<Database, "workSample">;

const pieceColumns = [
  "workSample.id",
  "workSample.studentId",
  "workSample.title",
  "workSample.subject",
  "workSample.madeOn",
  "workSample.language",
  "workSample.sharedWithAdviser",
  "workSample.submittedToClass",
  "workSample.createdAt",
] as const;

/** The pieces on a student's shelf this person may see, newest first: her own and those she made with others. */
export const listWorkSamples = (db: Db, actor: Actor, studentId: string, query: ShelfQuery) =>
  db
    .selectFrom("workSample")
    .innerJoinLateral(newestVersion, (join) => join.onTrue())
    .leftJoin("storedFile", (join) =>
      join
        .onRef("storedFile.districtId", "=", "workSample.districtId")
        .onRef("storedFile.id", "=", "workVersion.fileId"),
    )
    .select(pieceColumns)
    .select(versionColumns)
    .select(sql<string | null>`left(work_version.body, 600)`.as("body"))
    .select(fileColumns(actor))
    .select(answersReadBy(actor))
    .select(feedbackReadBy(actor, sql`true`).as("feedback"))
    .select(feedbackReadBy(actor, sql`feedback.seen_at is null`).as("newFeedback"))
    .where("workSample.districtId", "=", actor.districtId)
    .where(onShelfOf(actor, studentId))
    .where("workSample.archivedAt", "is", null)
    .where(readableBy(actor))
    .where(isLookedFor(query))
    .where(comesAfter(actor, query.after))
    .orderBy("workSample.createdAt", "desc")
    .orderBy("workSample.id", "desc");

/** How many pieces stand on a shelf and how many were looked for, with the subjects there are. */
export const countWorkSamples = (db: Db, actor: Actor, studentId: string, query: ShelfQuery) =>
  db
    .selectFrom("workSample")
    .innerJoinLateral(newestVersion, (join) => join.onTrue())
    .leftJoin("storedFile", (join) =>
      join
        .onRef("storedFile.districtId", "=", "workSample.districtId")
        .onRef("storedFile.id", "=", "workVersion.fileId"),
    )
    .select(sql<number>`count(*)::integer`.as("total"))
    .select(sql<number>`(count(*) filter (where ${isLookedFor(query)}))::integer`.as("found"))
    .select(
      sql<string[]>`coalesce(array_agg(distinct work_sample.subject order by work_sample.subject), '{}')`.as(
        "subjects",
      ),
    )
    .where("workSample.districtId", "=", actor.districtId)
    .where(onShelfOf(actor, studentId))
    .where("workSample.archivedAt", "is", null)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow();

/** In this subject, with every word somewhere in its title, what was asked, its text or its file's name. */
function isLookedFor({ words = "", subject }: ShelfQuery) {
  const each = words.split(/\s+/).filter((word) => word !== "");
  const spoken = plain(
    sql`concat_ws(' ', work_sample.title, work_sample.asked, work_version.body, work_version.url, stored_file.name)`,
  );
  const tests = [
    sql<boolean>`true`,
    ...(subject === undefined ? [] : [sql<boolean>`work_sample.subject = ${subject}`]),
    ...each.map((word) => sql<boolean>`position(${plain(sql`${word}::text`)} in ${spoken}) > 0`),
  ];
  return sql<boolean>`(${sql.join(tests, sql` and `)})`;
}

/** Small letters without accents: “pagina” finds “Página”. */
const plain = (text: RawBuilder<unknown>) =>
  sql`regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g')`;

/** The pieces that stand behind another one, for the next page. */
const comesAfter = (actor: Actor, workSampleId: string | undefined) =>
  workSampleId === undefined
    ? sql<boolean>`true`
    : sql<boolean>`(work_sample.created_at, work_sample.id) < (select before.created_at, before.id from work_sample before
        where before.district_id = ${actor.districtId} and before.id = ${workSampleId})`;

// One list of ids to look up: with an “or” of student and co-authors, the planner reads the whole district's work.
const onShelfOf = (actor: Actor, studentId: string) =>
  sql<boolean>`work_sample.id = any(array(
    select own.id from work_sample own where own.district_id = ${actor.districtId} and own.student_id = ${studentId}
    union all select shared.work_sample_id from work_sample_author shared
      where shared.district_id = ${actor.districtId} and shared.student_id = ${studentId}))`;

const newestVersion = (eb: OnPiece) =>
  eb
    .selectFrom("workVersion")
    .selectAll("workVersion")
    .whereRef("workVersion.districtId", "=", "workSample.districtId")
    .whereRef("workVersion.workSampleId", "=", "workSample.id")
    .orderBy("workVersion.number", "desc")
    .limit(1)
    .as("workVersion");

const feedbackReadBy = (actor: Actor, which: RawBuilder<unknown>) =>
  sql<number>`(select count(*)::integer from feedback where feedback.district_id = work_sample.district_id
    and feedback.work_sample_id = work_sample.id and ${which} and ${feedbackReadableBy(actor)})`;

const answersReadBy = (actor: Actor) => (eb: OnPiece) =>
  eb
    .selectFrom("reflection")
    .select(sql<number>`count(*)::integer`.as("count"))
    .whereRef("reflection.districtId", "=", "workSample.districtId")
    .whereRef("reflection.workSampleId", "=", "workSample.id")
    .where(sql<boolean>`reflection.answer ~ '\\S'`)
    .where(reflectionReadableBy(actor))
    .as("reflections");

/** One piece with its student, if this person may see it. */
export const readPiece = (db: Db, actor: Actor, workSampleId: string) =>
  db
    .selectFrom("workSample")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "workSample.districtId")
        .onRef("person.id", "=", "workSample.studentId"),
    )
    .leftJoin("class", (join) =>
      join
        .onRef("class.districtId", "=", "workSample.districtId")
        .onRef("class.id", "=", "workSample.classId"),
    )
    .select(pieceColumns)
    .select(["workSample.asked", "workSample.classId", "class.title as className"])
    .select([isArchived, nameOfPerson, sql<boolean>`${editableBy(actor)}`.as("mayEdit")])
    .where("workSample.districtId", "=", actor.districtId)
    .where("workSample.id", "=", workSampleId)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("work sample"));

const isArchived = sql<boolean>`work_sample.archived_at is not null`.as("archived");
const nameOfPerson = sql<string>`person.given_name || ' ' || person.family_name`.as("name");

/** Who made a piece together with its student. */
export const listCoAuthors = (db: Db, actor: Actor, workSampleId: string) =>
  db
    .selectFrom("workSampleAuthor")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "workSampleAuthor.districtId")
        .onRef("person.id", "=", "workSampleAuthor.studentId"),
    )
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "workSampleAuthor.districtId")
        .onRef("workSample.id", "=", "workSampleAuthor.workSampleId"),
    )
    .select(["person.id", nameOfPerson])
    .where("workSampleAuthor.districtId", "=", actor.districtId)
    .where("workSampleAuthor.workSampleId", "=", workSampleId)
    .whereRef("workSampleAuthor.studentId", "<>", "workSample.studentId")
    .where(readableBy(actor))
    .orderBy("person.familyName")
    .execute();

/** The portfolios a piece hangs in, as far as this person may see them, newest season first. */
export const listHangings = (db: Db, actor: Actor, workSampleId: string): Promise<Hanging[]> =>
  db
    .selectFrom("portfolioItem")
    .innerJoin("portfolio", (join) =>
      join
        .onRef("portfolio.districtId", "=", "portfolioItem.districtId")
        .onRef("portfolio.id", "=", "portfolioItem.portfolioId"),
    )
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "portfolio.districtId")
        .onRef("season.id", "=", "portfolio.seasonId"),
    )
    .select(["portfolio.id as portfolioId", "season.id as seasonId", "season.name as season"])
    .select("portfolioItem.section")
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolioItem.districtId", "=", actor.districtId)
    .where("portfolioItem.workSampleId", "=", workSampleId)
    .where(isOfMakerOf(actor, workSampleId))
    .where(portfolioReadableBy(actor))
    .orderBy("season.startsOn", "desc")
    .execute();

// Only its makers' portfolios can hold a piece; named here, they are found by an index.
const isOfMakerOf = (actor: Actor, workSampleId: string) =>
  sql<boolean>`portfolio.student_id = any(array(
    select own.student_id from work_sample own where own.district_id = ${actor.districtId} and own.id = ${workSampleId}
    union all select other.student_id from work_sample_author other
      where other.district_id = ${actor.districtId} and other.work_sample_id = ${workSampleId}))`;

/** The classes the actor herself sits in today: those she may hand her work in to. */
export const listOwnClasses = (db: Db | Tx, actor: Actor) =>
  db
    .selectFrom("classStudent")
    .innerJoin("class", (join) =>
      join
        .onRef("class.districtId", "=", "classStudent.districtId")
        .onRef("class.id", "=", "classStudent.classId"),
    )
    .select(["class.id", "class.title as name"])
    .where("classStudent.districtId", "=", actor.districtId)
    .where("classStudent.studentId", "=", actor.personId)
    .where("classStudent.fromOn", "<=", actor.today)
    .where((eb) =>
      eb.or([eb("classStudent.untilOn", "is", null), eb("classStudent.untilOn", ">=", actor.today)]),
    )
    .orderBy("class.title")
    .execute();

/** Holds a piece for this transaction; somebody else's counts as missing. */
export const lockWorkSample = (tx: Tx, actor: Actor, workSampleId: string) =>
  tx
    .selectFrom("workSample")
    .select(pieceColumns)
    .select(["workSample.asked", "workSample.classId", isArchived])
    .where("workSample.districtId", "=", actor.districtId)
    .where("workSample.id", "=", workSampleId)
    .where(editableBy(actor))
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("work sample"));

/** Changes columns of a piece that is held. */
export async function changeWorkSample(
  tx: Tx,
  actor: Actor,
  workSampleId: string,
  change: Updateable<WorkSampleTable>,
): Promise<void> {
  await tx
    .updateTable("workSample")
    .set(change)
    .where("workSample.districtId", "=", actor.districtId)
    .where("workSample.id", "=", workSampleId)
    .where(editableBy(actor))
    .execute();
}
