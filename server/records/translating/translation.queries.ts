import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { rightsStay } from "#server/access/of-age.ts";
import type { Db } from "#server/database/connect.ts";
import type { TranslationSaid } from "../content/record-content.contract.ts";

/** What people said of a record's words in other languages. */
export const listTranslations = async (
  db: Db,
  { districtId }: Actor,
  recordId: string,
): Promise<TranslationSaid[]> =>
  (
    await db
      .selectFrom("recordTranslation")
      .innerJoin("person", (join) =>
        join
          .onRef("person.districtId", "=", "recordTranslation.districtId")
          .onRef("person.id", "=", "recordTranslation.writtenBy"),
      )
      .select(["source", "recordTranslation.language", "words", "writtenAt"])
      .select(sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("by"))
      .where("recordTranslation.districtId", "=", districtId)
      .where("recordTranslation.recordId", "=", recordId)
      .orderBy("writtenAt")
      .orderBy("sourceSha256")
      .execute()
  ).map(({ writtenAt, ...said }) => ({ ...said, at: writtenAt.toISOString() }));

/** The guardians who may inspect a record's student's records, with the language each reads. */
export async function listReadersOf(
  db: Db,
  { districtId, today }: Actor,
  conferenceId: string,
): Promise<{ name: string; language: string }[]> {
  const { rows } = await sql<{ name: string; language: string }>`select p.given_name as name, p.language
    from conference c
    join guardianship g on g.district_id = c.district_id and g.student_id = c.student_id
    join person p on p.district_id = g.district_id and p.id = g.guardian_id
    join student s on s.district_id = c.district_id and s.person_id = c.student_id
    where c.district_id = ${districtId} and c.id = ${conferenceId} and g.may_inspect_records
      and g.from_on <= ${today}::date and (g.until_on is null or g.until_on >= ${today}::date)
      and c.household_key in ('joint', g.household_id::text)
      and ${rightsStay({ student: "s", guardianship: "g", today, to: "inspect" })}
    order by p.given_name, p.id`.execute(db);
  return rows;
}
