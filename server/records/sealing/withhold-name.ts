import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { sealableBy } from "../record.access.ts";
import type { Withholding } from "../record.contract.ts";
import { lockRecord } from "../record.queries.ts";

interface Who {
  readonly recordId: string;
  readonly personId: string;
}

/** Notes that somebody does not want to put her name, or will later: staff know whom not to ask again, and no paper says it. */
export async function withholdName(
  tx: Tx,
  actor: Actor,
  { recordId, personId }: Who,
  { because }: Withholding,
): Promise<void> {
  const record = await lockRecord(tx, actor, recordId, sealableBy(actor));
  if (!(await mayBeAsked(tx, actor, record, personId))) throw new NotFound("person");
  const said = { because, notedBy: actor.personId, notedAt: actor.now };
  await tx
    .insertInto("nameWithheld")
    .values({ districtId: actor.districtId, recordId, personId, ...said })
    .onConflict((conflict) => conflict.columns(["districtId", "recordId", "personId"]).doUpdateSet(said))
    .execute();
}

/** She changed her mind. */
export async function offerName(tx: Tx, actor: Actor, { recordId, personId }: Who): Promise<void> {
  await lockRecord(tx, actor, recordId, sealableBy(actor));
  if (!(await letNameCome(tx, actor, recordId, personId))) throw new NotFound("person");
}

/** With her name there, nothing is withheld; true when something was. */
export async function letNameCome(
  tx: Tx,
  { districtId }: Actor,
  recordId: string,
  personId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("nameWithheld")
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .where("personId", "=", personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** The student, and the guardians asked to this conference. */
async function mayBeAsked(
  tx: Tx,
  { districtId }: Actor,
  { studentId, conferenceId }: { studentId: string; conferenceId: string },
  personId: string,
): Promise<boolean> {
  if (personId === studentId) return true;
  const guardian = await tx
    .selectFrom("participant")
    .select("personId")
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .where("personId", "=", personId)
    .where("part", "=", "guardian")
    .executeTakeFirst();
  return guardian !== undefined;
}
