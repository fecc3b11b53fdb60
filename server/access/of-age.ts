import { sql, type RawBuilder, type SqlBool } from "kysely";

/** A day as text, or an expression of one, such as today by a school's clock. */
type Day = string | RawBuilder<unknown>;

/** What a student of 18 lets somebody do, as a condition on the consent `ac`. */
const consents = {
  inspect: sql`ac.may_inspect`,
  attend: sql`ac.may_attend`,
  either: sql`(ac.may_inspect or ac.may_attend)`,
};

interface Guardianship {
  /** What her student and her guardianship are called in the statement around it. */
  readonly student: string;
  readonly guardianship: string;
  readonly today: Day;
  readonly to: keyof typeof consents;
}

/** The day on which a student (a table name) is 18 and the rights become hers (20 U.S.C. 1232g(d); 34 CFR 99.5). */
export const ofAgeOn = (student: string) =>
  sql<string>`(${sql.ref(`${student}.bornOn`)} + interval '18 years')::date`;

/** The rights are hers today. */
export const isOfAge = (student: string, today: Day) => sql<SqlBool>`${ofAgeOn(student)} <= ${dayOf(today)}`;

/** A guardian's rights have not passed to the student: she is younger, the school recorded her dependency (34 CFR 99.31(a)(8)), or she consented. */
export const rightsStay = ({ student, guardianship, today, to }: Guardianship) => {
  const of = (column: string) => sql.ref(`${guardianship}.${column}`);
  return sql<SqlBool>`(not ${isOfAge(student, today)} or ${sql.ref(`${student}.dependencyRecordedOn`)} is not null
    or exists (select 1 from adult_student_consent ac where ac.district_id = ${of("districtId")}
      and ac.student_id = ${of("studentId")} and ac.person_id = ${of("guardianId")} and ${consents[to]} and ac.ended_at is null))`;
};

const dayOf = (day: Day) => (typeof day === "string" ? sql`${day}::date` : day);
