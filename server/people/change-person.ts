import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import type { ChangeKind } from "#server/audit/audit.contract.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Stale } from "#server/http/problems.ts";
import { renameMailbox } from "#server/sign-in/rename-mailbox.ts";
import type { PersonChange } from "./person.contract.ts";

export interface PersonHeld {
  readonly personId: string;
  /** Who may; asked of the person's row. */
  readonly rule: Rule;
  readonly kind: ChangeKind;
  /** The students on whose pages the change is kept; none for staff. */
  readonly studentIds: readonly string[];
}

/** Changes one fact about a person; a new address also moves her way in. */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  { personId, rule, kind, studentIds }: PersonHeld,
  { field, base, value }: PersonChange,
): Promise<void> {
  const person = await lockPerson(tx, actor, personId, rule);
  if (person[field] !== base) throw new Stale(person[field], field);
  if (base === value) return;
  await tx
    .updateTable("person")
    .set({ [field]: value })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", personId)
    .execute();
  if (field === "email") await renameMailbox(tx, actor, { personId, address: value });
  const subject = nameOf(person);
  const about = { kind, subjectId: personId, subject, field, old: base, new: value };
  for (const studentId of studentIds.length > 0 ? studentIds : [null])
    await noteChange(tx, actor, { ...about, studentId });
}

/** Holds a person for this transaction; somebody not ours counts as missing. */
export const lockPerson = (tx: Tx, actor: Actor, personId: string, rule: Rule) =>
  tx
    .selectFrom("person")
    .selectAll()
    .where("person.districtId", "=", actor.districtId)
    .where("person.id", "=", personId)
    .where(rule)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("person"));

/** A person's name as it is said. */
export const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName}`.trim();
