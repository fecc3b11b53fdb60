import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { NotFound, Problem } from "#server/http/problems.ts";
import type { Actor, StaffRole } from "./actor.ts";
import { hasRole, isStaff } from "./actor.ts";
import type { Rule, StudentRef } from "./relations.ts";

/** What a door found out about the thing behind it. */
export interface Passed {
  /** The student whose data the route touches, when it touches one student's. */
  readonly studentId: string | null;
}

/** Lets a request through or throws; `params` are already valid. */
export type Door = (db: Db, actor: Actor, params: Record<string, string>) => Promise<Passed>;

const noStudent: Passed = { studentId: null };

/** Anyone who is signed in; what she sees is decided row by row. */
export const signedIn: Door = async () => noStudent;

/** Any member of staff. */
export const staffOnly: Door = async (_db, actor) => {
  if (!isStaff(actor)) throw new Problem(403, "not-for-you", "This page is for the school's staff.");
  return noStudent;
};

/** Staff holding one of these roles. */
export const roleOnly =
  (...roles: StaffRole[]): Door =>
  async (_db, actor) => {
    if (!hasRole(actor, ...roles))
      throw new Problem(403, "not-for-you", "This page is for the school's administrators.");
    return noStudent;
  };

/** A student. */
export const studentOnly: Door = async (_db, actor) => {
  if (!actor.isStudent) throw new Problem(403, "not-for-you", "This page is for students.");
  return noStudent;
};

/** The student named by `param`, if the rule holds for her. */
export const studentDoor =
  (param: string, rule: (actor: Actor, student: StudentRef) => Rule): Door =>
  async (db, actor, params) => {
    const studentId = params[param] ?? "";
    const { rows } = await sql<{
      ok: boolean;
    }>`select true as ok from student where student.district_id = ${actor.districtId}
      and student.person_id = ${studentId} and ${rule(actor, sql.ref("student.personId"))}`.execute(db);
    if (rows.length === 0) throw new NotFound("student");
    return { studentId };
  };

/** The row of `table` named by `param`, if the rule holds for it; `student` is the column that tells whose it is. */
export const rowDoor =
  (
    table: string,
    param: string,
    rule: (actor: Actor) => Rule,
    student: string | Rule | null = `${table}.studentId`,
  ): Door =>
  async (db, actor, params) => {
    const whose = student === null ? sql`null` : typeof student === "string" ? sql.ref(student) : student;
    const { rows } = await sql<{
      studentId: string | null;
    }>`select ${whose} as student_id from ${sql.table(table)}
      where ${sql.ref(`${table}.districtId`)} = ${actor.districtId} and ${sql.ref(`${table}.id`)} = ${params[param]}
      and ${rule(actor)}`.execute(db);
    const row = rows[0];
    if (!row) throw new NotFound(table.replaceAll("_", " "));
    return { studentId: row.studentId };
  };
