import { sql } from "kysely";
import type { Actor, StaffRole } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { dayIn } from "#server/schools/calendar.ts";
import { idleHours } from "./session-cookie.ts";
import { hashOfToken } from "./tokens.ts";

interface ActorRow {
  accountId: string;
  districtId: string;
  personId: string;
  language: string;
  isStudent: boolean;
  isGuardian: boolean;
  isMentor: boolean;
  isInterpreter: boolean;
  isAdviser: boolean;
  roles: StaffRole[];
  zone: string | null;
}

/** Loads who is behind a session token in one indexed query, with the roles of the school's day; null when it is unknown, ended or idle too long. */
export async function findActor(db: Db, token: string, now: Date): Promise<Actor | null> {
  const hash = hashOfToken(token);
  const idleSince = new Date(now.getTime() - idleHours * 3_600_000);
  const { rows } = await sql<
    ActorRow & { seenAt: Date }
  >`select session.seen_at, session.account_id, ${actorFacts}
    from session join person on person.district_id = session.district_id and person.id = session.person_id
    join account on account.id = session.account_id ${localDay(now)}
    where session.token_hash = ${hash} and session.expires_at > ${now} and session.seen_at > ${idleSince} and account.disabled_at is null`.execute(
    db,
  );
  const row = rows[0];
  if (!row) return null;
  await keepAwake(db, hash, row.seenAt, now);
  const { seenAt: _seenAt, ...facts } = row;
  return asActor(facts, now);
}

/** Loads a person as the rules see her, without her being there: for work done in her name after her request, or drawn as she would read it. */
export async function findActorOf(
  db: Db,
  { districtId, personId }: Pick<Actor, "districtId" | "personId">,
  now: Date,
): Promise<Actor | null> {
  const { rows } =
    await sql<ActorRow>`select coalesce(person.account_id::text, '') as account_id, ${actorFacts}
    from person ${localDay(now)} where person.district_id = ${districtId} and person.id = ${personId}`.execute(
      db,
    );
  return rows[0] ? asActor(rows[0], now) : null;
}

const asActor = ({ zone, ...actor }: ActorRow, now: Date): Actor => ({
  ...actor,
  now,
  today: dayIn(zone ?? "UTC", now),
});

/** What the rules need to know of a person, with the roles of the school's day. */
const actorFacts = sql`person.district_id, person.id as person_id, person.language,
  exists (select 1 from student st where st.district_id = person.district_id and st.person_id = person.id) as is_student,
  exists (select 1 from guardianship g where g.district_id = person.district_id and g.guardian_id = person.id) as is_guardian,
  exists (select 1 from mentorship m where m.district_id = person.district_id and m.mentor_id = person.id) as is_mentor,
  (exists (select 1 from participant p where p.district_id = person.district_id and p.person_id = person.id and p.part = 'interpreter')
    or exists (select 1 from interpreter i where i.district_id = person.district_id and i.person_id = person.id)) as is_interpreter,
  exists (select 1 from advisory_adviser aa where aa.district_id = person.district_id and aa.person_id = person.id) as is_adviser,
  array(select distinct r.role from staff_role r where r.district_id = person.district_id and r.person_id = person.id
    and r.from_on <= local.today and (r.until_on is null or r.until_on >= local.today)) as roles, home.zone`;

const localDay = (now: Date) => sql`
  left join lateral (select school.time_zone as zone from school where school.district_id = person.district_id
    order by school.id limit 1) home on true
  cross join lateral (select (${now}::timestamptz at time zone coalesce(home.zone, 'UTC'))::date as today) local`;

/** One write in five minutes is enough to know that somebody is still there. */
async function keepAwake(db: Db, hash: Buffer, seenAt: Date, now: Date): Promise<void> {
  if (now.getTime() - seenAt.getTime() < 5 * 60_000) return;
  await db.updateTable("session").set({ seenAt: now }).where("tokenHash", "=", hash).execute();
}
