import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound } from "#server/http/problems.ts";
import { nameOf } from "#server/people/change-person.ts";
import { addDays } from "#server/schools/calendar.ts";
import { holdStudent } from "./hold-student.ts";
import type { AdvisoryMove } from "./roll.contract.ts";

/** Moves a student into another advisory of her school from a day on; where she was, she was until the day before. */
export async function moveStudent(
  tx: Tx,
  actor: Actor,
  studentId: string,
  { advisoryId, fromOn }: AdvisoryMove,
): Promise<void> {
  const student = await holdStudent(tx, actor, studentId);
  const advisory = advisoryId === null ? null : await readAdvisory(tx, actor, advisoryId, student.schoolId);
  if (advisory && (fromOn < advisory.startsOn || fromOn > advisory.endsOn))
    throw new Invalid("fromOn", "That day is outside the advisory's school year.", "outside-year");
  const before = await leaveAdvisories(tx, actor, studentId, fromOn);
  const { districtId } = actor;
  if (advisoryId !== null)
    await tx.insertInto("advisoryStudent").values({ districtId, advisoryId, studentId, fromOn }).execute();
  await noteChange(tx, actor, {
    ...{ kind: "advisory", studentId, subjectId: studentId, subject: nameOf(student), field: "advisory" },
    ...{ old: before, new: advisory && { name: advisory.name, fromOn } },
  });
}

const readAdvisory = (tx: Tx, { districtId }: Actor, advisoryId: string, schoolId: string) =>
  tx
    .selectFrom("advisory")
    .innerJoin("schoolYear", (join) =>
      join
        .onRef("schoolYear.districtId", "=", "advisory.districtId")
        .onRef("schoolYear.id", "=", "advisory.schoolYearId"),
    )
    .select(["advisory.name", "schoolYear.startsOn", "schoolYear.endsOn"])
    .where("advisory.districtId", "=", districtId)
    .where("advisory.id", "=", advisoryId)
    .where("advisory.schoolId", "=", schoolId)
    .executeTakeFirstOrThrow(() => new NotFound("advisory"));

/** Ends what goes on that day, forgets what would only have begun then; the name of where she was. */
async function leaveAdvisories(tx: Tx, { districtId }: Actor, studentId: string, fromOn: string) {
  const open = await tx
    .selectFrom("advisoryStudent")
    .innerJoin("advisory", (join) =>
      join
        .onRef("advisory.districtId", "=", "advisoryStudent.districtId")
        .onRef("advisory.id", "=", "advisoryStudent.advisoryId"),
    )
    .select(["advisoryStudent.advisoryId", "advisoryStudent.fromOn", "advisory.name"])
    .where("advisoryStudent.districtId", "=", districtId)
    .where("advisoryStudent.studentId", "=", studentId)
    .where((eb) =>
      eb.or([eb("advisoryStudent.untilOn", "is", null), eb("advisoryStudent.untilOn", ">=", fromOn)]),
    )
    .execute();
  for (const { advisoryId, fromOn: began } of open) {
    const stay = { districtId, advisoryId, studentId, fromOn: began };
    if (began >= fromOn)
      await tx
        .deleteFrom("advisoryStudent")
        .where((eb) => eb.and(stay))
        .execute();
    else
      await tx
        .updateTable("advisoryStudent")
        .set({ untilOn: addDays(fromOn, -1) })
        .where((eb) => eb.and(stay))
        .execute();
  }
  const last = open.sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0];
  return last ? { name: last.name, fromOn: last.fromOn } : null;
}
