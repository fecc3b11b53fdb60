import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Stale } from "#server/http/problems.ts";
import { keepsContactsOf } from "#server/people/person.access.ts";
import { holdStudent } from "#server/people/students/hold-student.ts";
import type { HouseholdChange, NewHousehold } from "./guardian.contract.ts";
import { lockGuardianship } from "./guardian.queries.ts";

/** Gives a guardian a household of her own: where the parents now live apart. */
export async function moveIntoNewHousehold(
  tx: Tx,
  actor: Actor,
  ids: { studentId: string; guardianId: string },
  { name }: NewHousehold,
): Promise<string> {
  const student = await holdStudent(tx, actor, ids.studentId);
  const now = await lockGuardianship(tx, actor, ids);
  if (!now) throw new NotFound("guardianship");
  const id = uuidv7();
  const { districtId } = actor;
  await tx.insertInto("household").values({ districtId, id, name: name.trim() }).execute();
  await tx
    .updateTable("guardianship")
    .set({ householdId: id })
    .where("districtId", "=", districtId)
    .where("studentId", "=", student.personId)
    .where("guardianId", "=", ids.guardianId)
    .execute();
  await noteChange(tx, actor, {
    ...{ kind: "guardianship", studentId: ids.studentId, subjectId: ids.guardianId },
    ...{
      subject: `${now.givenName} ${now.familyName}`.trim(),
      field: "householdId",
      old: null,
      new: name.trim(),
    },
  });
  return id;
}

/** Renames a household of a family at one's school. */
export async function renameHousehold(
  tx: Tx,
  actor: Actor,
  householdId: string,
  { base, value }: HouseholdChange,
): Promise<void> {
  const household = await tx
    .selectFrom("household")
    .select(["household.id", "household.name"])
    .where("household.districtId", "=", actor.districtId)
    .where("household.id", "=", householdId)
    .where(
      sql<boolean>`exists (select 1 from guardianship gs where gs.district_id = household.district_id
        and gs.household_id = household.id and ${keepsContactsOf(actor, sql.ref("gs.studentId"))})`,
    )
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("household"));
  if (household.name !== base) throw new Stale(household.name, "name");
  await tx
    .updateTable("household")
    .set({ name: value.trim() })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", householdId)
    .execute();
  for (const studentId of await listStudentsOf(tx, actor, householdId))
    await noteChange(tx, actor, {
      ...{ kind: "household", studentId, subjectId: householdId, subject: base },
      ...{ field: "name", old: base, new: value.trim() },
    });
}

/** The students for whom somebody in a household answers today. */
async function listStudentsOf(tx: Tx, { districtId, today }: Actor, householdId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("guardianship")
    .select("studentId")
    .distinct()
    .where("districtId", "=", districtId)
    .where("householdId", "=", householdId)
    .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">=", today)]))
    .orderBy("studentId")
    .execute();
  return rows.map(({ studentId }) => studentId);
}
