import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { rightsStay } from "#server/access/of-age.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";

interface Finished {
  readonly id: string;
  readonly conferenceId: string;
  readonly studentId: string;
}

/** Writes to the guardians who may read the record and may be written to; of a conference held apart, to that household alone. Returns their names. */
export async function tellFamily(tx: Tx, actor: Actor, record: Finished): Promise<string[]> {
  const guardians = await listReaders(tx, actor, record);
  const path = `/review/${record.conferenceId}`;
  await tell(tx, actor, guardians, { template: "record-ready", path, occasion: `${record.id} 1` });
  return guardians.map(({ name }) => name);
}

/** Tells the same people, the student and the adviser that something was set right. */
export async function tellOfCorrection(
  tx: Tx,
  actor: Actor,
  record: Finished,
  version: number,
): Promise<void> {
  const said = { template: "record-corrected", occasion: `${record.id} ${version}` } as const;
  const { conferenceId } = record;
  await tell(tx, actor, await listReaders(tx, actor, record), { ...said, path: `/review/${conferenceId}` });
  await tell(tx, actor, await listParties(tx, actor, record), { ...said, path: `/room/${conferenceId}` });
}

interface Letter {
  readonly template: "record-ready" | "record-corrected";
  readonly occasion: string;
  readonly path: string;
}

async function tell(
  tx: Tx,
  { districtId, now }: Actor,
  readers: Reader[],
  { template, occasion, path }: Letter,
): Promise<void> {
  for (const { personId, email, language, student, isFamily } of readers) {
    const message = {
      ...{ districtId, personId, address: email, language, template },
      occasion: `${template} ${occasion}`,
      // Signs a family in: most never made a password.
      facts: { path, student, ...(isFamily ? { linkPurpose: "invitation" } : {}) },
    };
    await queueMessage(tx, message, now);
  }
}

/** The student and the adviser of the conference, as far as they have an address. */
async function listParties(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, studentId }: Finished,
): Promise<Reader[]> {
  const { rows } =
    await sql<Reader>`select p.id as person_id, concat_ws(' ', p.given_name, p.family_name) as name, p.email, p.language,
      sp.given_name as student, false as is_family
    from conference c join person p on p.district_id = c.district_id and p.id in (c.adviser_id, c.student_id)
    join person sp on sp.district_id = c.district_id and sp.id = ${studentId}
    where c.district_id = ${districtId} and c.id = ${conferenceId} and p.email is not null order by p.id`.execute(
      tx,
    );
  return rows;
}

interface Reader {
  personId: string;
  name: string;
  email: string;
  language: string;
  student: string;
  /** Families sign in by their letter. */
  isFamily: boolean;
}

/** At 18 rights are the student's: then only those she let, or whose dependency the school recorded. */
async function listReaders(
  tx: Tx,
  { districtId, today }: Actor,
  { conferenceId, studentId }: Finished,
): Promise<Reader[]> {
  const { rows } =
    await sql<Reader>`select p.id as person_id, concat_ws(' ', p.given_name, p.family_name) as name, p.email, p.language, sp.given_name as student, true as is_family
    from guardianship g
    join person p on p.district_id = g.district_id and p.id = g.guardian_id
    join student s on s.district_id = g.district_id and s.person_id = g.student_id
    join person sp on sp.district_id = s.district_id and sp.id = s.person_id
    join conference c on c.district_id = g.district_id and c.id = ${conferenceId}
    where g.district_id = ${districtId} and g.student_id = ${studentId} and p.email is not null
      and g.may_be_contacted and g.may_inspect_records
      and g.from_on <= ${today}::date and (g.until_on is null or g.until_on >= ${today}::date)
      and c.household_key in ('joint', g.household_id::text)
      and ${rightsStay({ student: "s", guardianship: "g", today, to: "inspect" })}
    order by p.given_name, p.id`.execute(tx);
  return rows;
}
