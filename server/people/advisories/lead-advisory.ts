import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Refused, Stale } from "#server/http/problems.ts";
import { nameOf } from "#server/people/change-person.ts";
import type { AdviserChange, NewAdviser } from "./group.contract.ts";
import { listMembers, lockAdvisory } from "./group.queries.ts";

/** Lets a colleague lead an advisory from a day on; a substitute says until when. Each student's page keeps it. */
export async function leadAdvisory(
  tx: Tx,
  actor: Actor,
  advisoryId: string,
  { personId, part, fromOn, untilOn }: NewAdviser,
): Promise<void> {
  const advisory = await lockAdvisory(tx, actor, advisoryId);
  if (part === "substitute" && untilOn === null)
    throw new Invalid("untilOn", "A substitute stands in until a day.", "until-needed");
  if (untilOn !== null && untilOn < fromOn) throw new Refused("ends-before");
  const colleague = await readColleague(tx, actor, { personId, schoolId: advisory.schoolId });
  const { districtId } = actor;
  await tx
    .insertInto("advisoryAdviser")
    .values({ districtId, advisoryId, personId, part, fromOn, untilOn })
    .execute();
  await noteForMembers(tx, actor, advisoryId, {
    ...{ subjectId: personId, subject: nameOf(colleague), field: part },
    ...{ old: null, new: { name: advisory.name, fromOn, untilOn } },
  });
}

/** Ends somebody's leading by its last day, or opens it again. */
export async function endLeading(
  tx: Tx,
  actor: Actor,
  { advisoryId, personId }: { advisoryId: string; personId: string },
  { part, fromOn, base, value }: AdviserChange,
): Promise<void> {
  const advisory = await lockAdvisory(tx, actor, advisoryId);
  const { districtId } = actor;
  const led = { districtId, advisoryId, personId, part, fromOn };
  const now = await tx
    .selectFrom("advisoryAdviser")
    .select("untilOn")
    .where((eb) => eb.and(led))
    .executeTakeFirst();
  if (!now) throw new NotFound("adviser");
  if (now.untilOn !== base) throw new Stale(now.untilOn, "untilOn");
  if (value !== null && value < fromOn) throw new Refused("ends-before");
  if (value === null && part === "substitute")
    throw new Invalid("value", "A substitute stands in until a day.", "until-needed");
  await tx
    .updateTable("advisoryAdviser")
    .set({ untilOn: value })
    .where((eb) => eb.and(led))
    .execute();
  const person = await tx
    .selectFrom("person")
    .select(["givenName", "familyName"])
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  await noteForMembers(tx, actor, advisoryId, {
    ...{ subjectId: personId, subject: nameOf(person), field: part },
    ...{
      old: { name: advisory.name, fromOn, untilOn: base },
      new: { name: advisory.name, fromOn, untilOn: value },
    },
  });
}

/** Somebody employed at the school today; nobody else reads students' records. */
const readColleague = (
  tx: Tx,
  { districtId, today }: Actor,
  { personId, schoolId }: { personId: string; schoolId: string },
) =>
  tx
    .selectFrom("person")
    .innerJoin("staffRole", (join) =>
      join
        .onRef("staffRole.districtId", "=", "person.districtId")
        .onRef("staffRole.personId", "=", "person.id"),
    )
    .select(["person.givenName", "person.familyName"])
    .where("person.districtId", "=", districtId)
    .where("person.id", "=", personId)
    .where((eb) => eb.or([eb("staffRole.schoolId", "is", null), eb("staffRole.schoolId", "=", schoolId)]))
    .where((eb) => eb.or([eb("staffRole.untilOn", "is", null), eb("staffRole.untilOn", ">=", today)]))
    .executeTakeFirstOrThrow(() => new NotFound("colleague"));

interface Noted {
  readonly subjectId: string;
  readonly subject: string;
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

async function noteForMembers(tx: Tx, actor: Actor, advisoryId: string, noted: Noted): Promise<void> {
  const members = await listMembers(tx, actor, advisoryId);
  for (const studentId of members.length > 0 ? members : [null])
    await noteChange(tx, actor, { kind: "advisory", studentId, ...noted });
}
