import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import { hasRole, type Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound } from "#server/http/problems.ts";
import { addPerson } from "#server/people/add-person.ts";
import { lockPerson, nameOf } from "#server/people/change-person.ts";
import { colleagueKeptBy } from "#server/people/person.access.ts";
import { administersSchool } from "#server/schools/school.access.ts";
import type { NewColleague, NewRole } from "./staff.contract.ts";

/** Employs somebody new, or somebody the district knows already, with a first role. */
export async function addColleague(
  tx: Tx,
  actor: Actor,
  { personId, person, role, schoolId }: NewColleague,
): Promise<string> {
  if ((personId === undefined) === (person === undefined))
    throw new Invalid("person", "Name somebody known, or somebody new.");
  await requireRight(tx, actor, { role, schoolId });
  const id = person ? await addPerson(tx, actor, person) : (personId ?? "");
  const known = await lockPerson(tx, actor, id, notAStudent);
  await insertRole(tx, actor, { personId: id, role, schoolId, subject: nameOf(known) });
  return id;
}

/** Gives a colleague one more role. */
export async function giveRole(tx: Tx, actor: Actor, colleagueId: string, given: NewRole): Promise<string> {
  const colleague = await lockPerson(tx, actor, colleagueId, colleagueKeptBy(actor));
  await requireRight(tx, actor, given);
  return await insertRole(tx, actor, { personId: colleagueId, ...given, subject: nameOf(colleague) });
}

const notAStudent = sql<boolean>`not exists (select 1 from student st where st.district_id = person.district_id and st.person_id = person.id)`;

/** Roles at a school are given by its administrators or the district's; the district's own by the district's alone. */
async function requireRight(tx: Tx, actor: Actor, { role, schoolId }: NewRole): Promise<void> {
  const isWide = role === "district-administrator";
  if (isWide !== (schoolId === null))
    throw new Invalid(
      "schoolId",
      "Choose the school; only a district administrator has none.",
      "choose-school",
    );
  if (isWide && !hasRole(actor, "district-administrator")) throw new NotFound("role");
  if (schoolId === null) return;
  const school = await tx
    .selectFrom("school")
    .select("school.id")
    .where("school.districtId", "=", actor.districtId)
    .where("school.id", "=", schoolId)
    .where(administersSchool(actor, sql.ref("school.id")))
    .executeTakeFirst();
  if (!school) throw new NotFound("school");
}

async function insertRole(
  tx: Tx,
  actor: Actor,
  { personId, role, schoolId, subject }: NewRole & { personId: string; subject: string },
): Promise<string> {
  const id = uuidv7();
  const { districtId, today } = actor;
  const school = schoolId === null ? null : await readSchoolName(tx, actor, schoolId);
  await tx
    .insertInto("staffRole")
    .values({ districtId, id, personId, role, schoolId, fromOn: today })
    .execute();
  await noteChange(tx, actor, {
    ...{ kind: "staff-role", studentId: null, subjectId: personId, subject, field: role },
    ...{ old: null, new: { schoolId, school, fromOn: today } },
  });
  return id;
}

const readSchoolName = async (tx: Tx, { districtId }: Actor, schoolId: string): Promise<string> =>
  (
    await tx
      .selectFrom("school")
      .select("name")
      .where("districtId", "=", districtId)
      .where("id", "=", schoolId)
      .executeTakeFirstOrThrow()
  ).name;
