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
    .set({ name: value })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", householdId)
    .execute();
}
