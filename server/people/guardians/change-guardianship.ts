import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Refused, Stale } from "#server/http/problems.ts";
import { nameOf } from "#server/people/change-person.ts";
import { holdStudent } from "#server/people/students/hold-student.ts";
import type { GuardianshipChange } from "./guardian.contract.ts";
import { isHouseholdOf, lockGuardianship } from "./guardian.queries.ts";

interface Rights {
  readonly mayInspectRecords: boolean;
  readonly mayAttend: boolean;
  readonly mayBeContacted: boolean;
  readonly courtDocument: string | null;
}

/** Both parents keep every right unless a legally binding document removes it (34 CFR 99.4): it must be named. */
export function requireDocument({
  mayInspectRecords,
  mayAttend,
  mayBeContacted,
  courtDocument,
}: Rights): void {
  if (mayInspectRecords && mayAttend && mayBeContacted) return;
  if (courtDocument === null || courtDocument.trim() === "")
    throw new Invalid(
      "courtDocument",
      "A restriction needs the court document it rests on.",
      "document-needed",
    );
}

/** Changes one fact about how somebody answers for a student; a restriction and its document are written together. */
export async function changeGuardianship(
  tx: Tx,
  actor: Actor,
  ids: { studentId: string; guardianId: string },
  change: GuardianshipChange,
): Promise<void> {
  await holdStudent(tx, actor, ids.studentId);
  const now = await lockGuardianship(tx, actor, ids);
  if (!now) throw new NotFound("guardianship");
  const { field, base, value } = change;
  if (now[field] !== base) throw new Stale(now[field], field);
  if (field === "untilOn" && value !== null && value < now.fromOn) throw new Refused("ends-before");
  if (field === "householdId" && !(await isHouseholdOf(tx, actor, { ...ids, householdId: value })))
    throw new NotFound("household");
  const document = documentOf(change);
  const put = { [field]: value, ...document };
  requireDocument({ ...now, ...put });
  await tx
    .updateTable("guardianship")
    .set(put)
    .where("districtId", "=", actor.districtId)
    .where("studentId", "=", ids.studentId)
    .where("guardianId", "=", ids.guardianId)
    .execute();
  const { studentId, guardianId: subjectId } = ids;
  const about = { kind: "guardianship", studentId, subjectId, subject: nameOf(now) } as const;
  if (document)
    await noteChange(tx, actor, {
      ...about,
      field: "courtDocument",
      old: now.courtDocument,
      new: document.courtDocument,
    });
  const said = (id: unknown) => (field === "householdId" ? householdName(tx, actor, String(id)) : id);
  await noteChange(tx, actor, { ...about, field, old: await said(base), new: await said(value) });
}

const documentOf = (change: GuardianshipChange): { courtDocument: string } | undefined =>
  "courtDocument" in change && change.courtDocument !== undefined
    ? { courtDocument: change.courtDocument.trim() }
    : undefined;

const householdName = async (tx: Tx, { districtId }: Actor, id: string): Promise<string | null> =>
  (
    await tx
      .selectFrom("household")
      .select("name")
      .where("districtId", "=", districtId)
      .where("id", "=", id)
      .executeTakeFirst()
  )?.name ?? null;
