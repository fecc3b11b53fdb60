import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Refused } from "#server/http/problems.ts";
import { addPerson } from "#server/people/add-person.ts";
import { nameOf } from "#server/people/change-person.ts";
import { holdStudent } from "#server/people/students/hold-student.ts";
import { requireDocument } from "./change-guardianship.ts";
import type { NewGuardianship } from "./guardian.contract.ts";
import { isHouseholdOf, lockGuardianship } from "./guardian.queries.ts";

/** Writes down that somebody answers for a student: what she may do, and in which household. */
export async function addGuardian(
  tx: Tx,
  actor: Actor,
  studentId: string,
  given: NewGuardianship,
): Promise<string> {
  await holdStudent(tx, actor, studentId);
  requireDocument(given);
  const guardianId = await personOf(tx, actor, given);
  if (guardianId === studentId) throw new Refused("own-guardian");
  if (await lockGuardianship(tx, actor, { studentId, guardianId })) throw new Refused("already-guardian");
  const householdId = await householdOf(tx, actor, { ...given, studentId, guardianId });
  const { relationship, livesWith, mayInspectRecords, mayAttend, mayBeContacted, courtDocument } = given;
  const facts = { relationship, livesWith, mayInspectRecords, mayAttend, mayBeContacted, courtDocument };
  const { districtId, today } = actor;
  await tx
    .insertInto("guardianship")
    .values({ districtId, guardianId, studentId, householdId, ...facts, fromOn: today })
    .execute();
  await noteChange(tx, actor, {
    ...{
      kind: "guardianship",
      studentId,
      subjectId: guardianId,
      subject: await readName(tx, actor, guardianId),
    },
    ...{ field: "added", old: null, new: facts },
  });
  return guardianId;
}

async function personOf(tx: Tx, actor: Actor, { personId, person }: NewGuardianship): Promise<string> {
  if ((personId === undefined) === (person === undefined))
    throw new Invalid("person", "Name somebody known, or somebody new.");
  if (person) return await addPerson(tx, actor, person);
  const known = await tx
    .selectFrom("person")
    .select("person.id")
    .where("person.districtId", "=", actor.districtId)
    .where("person.id", "=", personId ?? "")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("student")
            .select("student.personId")
            .whereRef("student.districtId", "=", "person.districtId")
            .whereRef("student.personId", "=", "person.id"),
        ),
      ),
    )
    .executeTakeFirst();
  if (!known) throw new NotFound("person");
  return known.id;
}

async function householdOf(
  tx: Tx,
  actor: Actor,
  {
    householdId,
    householdName,
    ...ids
  }: Pick<NewGuardianship, "householdId" | "householdName"> & { studentId: string; guardianId: string },
): Promise<string> {
  if ((householdId === undefined) === (householdName === undefined))
    throw new Invalid("householdId", "Choose a household, or name a new one.");
  if (householdId !== undefined) {
    if (!(await isHouseholdOf(tx, actor, { householdId, ...ids }))) throw new NotFound("household");
    return householdId;
  }
  const id = uuidv7();
  await tx
    .insertInto("household")
    .values({ districtId: actor.districtId, id, name: (householdName ?? "").trim() })
    .execute();
  return id;
}

const readName = async (tx: Tx, { districtId }: Actor, personId: string): Promise<string> =>
  nameOf(
    await tx
      .selectFrom("person")
      .select(["givenName", "familyName"])
      .where("districtId", "=", districtId)
      .where("id", "=", personId)
      .executeTakeFirstOrThrow(),
  );
