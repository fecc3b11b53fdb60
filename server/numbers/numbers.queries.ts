import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import type { KnownStudent } from "./find-student.ts";
import { writesNumbersOf } from "./numbers.access.ts";
import type { NumberKind, NumberValue } from "./numbers.contract.ts";

/** A row of numbers as it is kept, its columns by name. */
export type Kept = Readonly<Record<string, NumberValue>> & {
  readonly id: string;
  readonly studentId: string;
};

/** Everybody whose numbers this person writes. */
export const listWritableStudents = (db: Db | Tx, actor: Actor): Promise<KnownStudent[]> =>
  db
    .selectFrom("student")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "student.districtId").onRef("person.id", "=", "student.personId"),
    )
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "student.districtId").onRef("school.id", "=", "student.schoolId"),
    )
    .select(["student.personId", "student.studentNumber", "student.grade", "school.timeZone as zone"])
    .select(sql<string>`concat_ws(' ', person.given_name, nullif(person.family_name, ''))`.as("name"))
    .where("student.districtId", "=", actor.districtId)
    .where(writesNumbersOf(actor, sql.ref("student.personId")))
    .orderBy("student.personId")
    .execute();

/** Holds students until the transaction ends, so that two tables about them are written one after another. */
export async function holdStudents(
  tx: Tx,
  { districtId }: Actor,
  studentIds: readonly string[],
): Promise<void> {
  await tx
    .selectFrom("student")
    .select("personId")
    .where("districtId", "=", districtId)
    .where("personId", "=", sql<string>`any(${studentIds}::uuid[])`)
    .orderBy("personId")
    .forUpdate()
    .execute();
}

/** What is kept of these students now; the caller has found them among those it may write for. */
export async function unsafeListKept(
  db: Db | Tx,
  { districtId }: Actor,
  kind: NumberKind,
  studentIds: readonly string[],
): Promise<Kept[]> {
  const among = sql<string>`any(${studentIds}::uuid[])`;
  if (kind === "results")
    return await db
      .selectFrom("assessmentResult")
      .selectAll()
      .select("testWindow as window")
      .where("districtId", "=", districtId)
      .where("studentId", "=", among)
      .$castTo<Kept>()
      .execute();
  if (kind === "credits")
    return await db
      .selectFrom("courseResult")
      .selectAll()
      .where("districtId", "=", districtId)
      .where("studentId", "=", among)
      .$castTo<Kept>()
      .execute();
  return await db
    .selectFrom("currentGrade")
    .select(["id", "studentId", "course", "subject", "schoolYear", "grade", "comment"])
    .select(sql<string>`${jsonInstant("asOf")}`.as("asOf"))
    .where("districtId", "=", districtId)
    .where("studentId", "=", among)
    .$castTo<Kept>()
    .execute();
}

const tables = { results: "assessment_result", grades: "current_grade", credits: "course_result" } as const;
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

export type Values = Readonly<Record<string, NumberValue>>;

/** Writes a new row; its columns are those of the kind's own list. */
export async function insertKept(tx: Tx, kind: NumberKind, values: Values): Promise<void> {
  const columns = Object.keys(values);
  await sql`insert into ${sql.table(tables[kind])} (${sql.join(columns.map((column) => sql.ref(snake(column))))})
    values (${sql.join(Object.values(values))})`.execute(tx);
}

/** Changes a row. */
export async function updateKept(
  tx: Tx,
  { districtId }: Actor,
  kind: NumberKind,
  id: string,
  values: Values,
): Promise<void> {
  const sets = Object.entries(values).map(([column, value]) => sql`${sql.ref(snake(column))} = ${value}`);
  await sql`update ${sql.table(tables[kind])} set ${sql.join(sets)}
    where district_id = ${districtId} and id = ${id}`.execute(tx);
}
