import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { ofAgeOn } from "#server/access/of-age.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { isDecentHour } from "#server/schools/decent-hour.ts";

interface Letter {
  readonly districtId: string;
  readonly personId: string;
  readonly address: string;
  readonly language: string;
  readonly template: string;
  readonly occasion: string;
  readonly student: string;
  readonly path: string;
  readonly linkPurpose: string | null;
}

const noticeDays = 30;

/**
 * Writes, once each, to those whom an eighteenth birthday concerns: guardians within 30 days before it and again after it,
 * the student on the day; all of them by day. Nobody is told whom the office may not write to, nor where dependency is recorded.
 */
export async function tellOfAge(db: Db, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const letter of await listLetters(tx, now)) await send(tx, letter, now);
  });
}

async function listLetters(tx: Tx, now: Date): Promise<Letter[]> {
  const { rows } = await sql<Letter>`with near as (
      select s.district_id, s.person_id, p.given_name, p.email, p.language, ${ofAgeOn("s")} as of_age_on,
        (${now} at time zone school.time_zone)::date as today
      from student s join person p on p.district_id = s.district_id and p.id = s.person_id
      join school on school.district_id = s.district_id and school.id = s.school_id
      where ${isDecentHour(now)} and s.left_on is null and s.dependency_recorded_on is null
        and ${ofAgeOn("s")} between ${now}::date - ${noticeDays + 1}::int and ${now}::date + ${noticeDays + 1}::int)
    select near.district_id, g.guardian_id as person_id, p.email as address, p.language, near.given_name as student, '/' as path,
      'invitation' as link_purpose, kind.template, kind.template || ' ' || near.person_id as occasion
    from near cross join lateral (select case when near.of_age_on > near.today then 'rights-pass-soon' else 'rights-passed' end as template) kind
    join guardianship g on g.district_id = near.district_id and g.student_id = near.person_id and g.may_be_contacted
      and (g.may_inspect_records or g.may_attend) and g.from_on <= near.today and (g.until_on is null or g.until_on >= near.today)
    join person p on p.district_id = g.district_id and p.id = g.guardian_id and p.email is not null
    where near.of_age_on between near.today - ${noticeDays}::int and near.today + ${noticeDays}::int
    union all
    select district_id, person_id, email, language, given_name, '/my-people', null, 'rights-yours', 'rights-yours'
    from near where email is not null and of_age_on between today - ${noticeDays}::int and today
    order by 1, 2`.execute(tx);
  return rows;
}

const send = (tx: Tx, { student, path, linkPurpose, ...letter }: Letter, now: Date): Promise<void> =>
  queueMessage(
    tx,
    { ...letter, facts: { student, path, ...(linkPurpose === null ? {} : { linkPurpose }) } },
    now,
  );

interface Place {
  readonly studentId: string;
  readonly personId: string;
}

/** Tells a guardian that the student let her in. */
export async function tellConsent(tx: Tx, actor: Actor, { studentId, personId }: Place): Promise<void> {
  const [guardian, student] = [await findPerson(tx, actor, personId), await findPerson(tx, actor, studentId)];
  await tell(tx, actor, personId, guardian, {
    template: "consent-given",
    occasion: `consent-given ${studentId} ${actor.today}`,
    facts: { student: student.givenName, path: "/", linkPurpose: "invitation" },
  });
}

/** Tells the student that a guardian asked, at most once a day. */
export async function tellRequest(tx: Tx, actor: Actor, studentId: string): Promise<void> {
  const [student, guardian] = [
    await findPerson(tx, actor, studentId),
    await findPerson(tx, actor, actor.personId),
  ];
  await tell(tx, actor, studentId, student, {
    template: "consent-asked",
    occasion: `consent-asked ${actor.personId} ${actor.today}`,
    facts: { author: `${guardian.givenName} ${guardian.familyName}`, path: "/my-people" },
  });
}

type Known = Awaited<ReturnType<typeof findPerson>>;
type Said = { template: string; occasion: string; facts: Record<string, string> };

async function tell(tx: Tx, actor: Actor, personId: string, { email, language }: Known, said: Said) {
  if (email === null) return;
  await queueMessage(
    tx,
    { districtId: actor.districtId, personId, address: email, language, ...said },
    actor.now,
  );
}

const findPerson = (tx: Tx, { districtId }: Actor, personId: string) =>
  tx
    .selectFrom("person")
    .select(["email", "language", "givenName", "familyName"])
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
