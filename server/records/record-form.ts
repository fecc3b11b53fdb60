import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { resolveForm } from "#server/record-templates/definition/resolve-form.ts";
import { findFormOf } from "#server/record-templates/find-form.ts";
import { studentFieldsIn } from "./record-fields.ts";

/** What a record asks for and in which order, by the version of its school's form it began with, for the student's grade. */
export const readForm = async (db: Db, actor: Actor, recordId: string, grade: number): Promise<RecordForm> =>
  resolveForm(await findFormOf(db, actor, recordId), grade);

/** The fields of a record its student may read and write before it is finished. */
export const listStudentFields = async (db: Db, actor: Actor, recordId: string): Promise<string[]> =>
  studentFieldsIn((await findFormOf(db, actor, recordId))?.definition);
