import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Refused, Stale } from "#server/http/problems.ts";
import { lockPerson, nameOf } from "#server/people/change-person.ts";
import { colleagueKeptBy } from "#server/people/person.access.ts";
import type { RoleChange } from "./staff.contract.ts";

/** Ends a role by its last day, or opens it again; somebody who administers always remains. */
export async function endRole(
  tx: Tx,
  actor: Actor,
  { colleagueId, roleId }: { colleagueId: string; roleId: string },
  { base, value }: RoleChange,
): Promise<void> {
  const colleague = await lockPerson(tx, actor, colleagueId, colleagueKeptBy(actor));
  const held = await tx
    .selectFrom("staffRole")
    .leftJoin("school", (join) =>
      join
        .onRef("school.districtId", "=", "staffRole.districtId")
        .onRef("school.id", "=", "staffRole.schoolId"),
    )
    .select(["staffRole.role", "staffRole.fromOn", "staffRole.untilOn", "school.name as school"])
    .where("staffRole.districtId", "=", actor.districtId)
    .where("staffRole.id", "=", roleId)
    .where("staffRole.personId", "=", colleagueId)
    .forUpdate("staffRole")
    .executeTakeFirst();
  if (!held) throw new NotFound("role");
  if (held.untilOn !== base) throw new Stale(held.untilOn, "untilOn");
  if (value !== null && value < held.fromOn) throw new Refused("ends-before");
  await tx
    .updateTable("staffRole")
    .set({ untilOn: value })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", roleId)
    .execute();
  await requireAdministrator(tx, actor);
  await noteChange(tx, actor, {
    ...{ kind: "staff-role", studentId: null, subjectId: colleagueId, subject: nameOf(colleague) },
    ...{
      field: held.role,
      old: { school: held.school, untilOn: base },
      new: { school: held.school, untilOn: value },
    },
  });
}

/** Holds the district's administrators in one order, so that two who leave at once do not both find the other there. */
async function requireAdministrator(tx: Tx, { districtId, today }: Actor): Promise<void> {
  const administrators = await tx
    .selectFrom("staffRole")
    .select(["id", "untilOn", "fromOn"])
    .where("districtId", "=", districtId)
    .where("role", "in", ["school-administrator", "district-administrator"])
    .orderBy("id")
    .forUpdate()
    .execute();
  if (!administrators.some(({ fromOn, untilOn }) => untilOn === null && fromOn <= today))
    throw new Refused("last-administrator");
}
