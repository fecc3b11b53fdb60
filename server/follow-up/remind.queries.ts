import { sql, type RawBuilder } from "kysely";
import { isOfAge } from "#server/access/of-age.ts";
import type { Db } from "#server/database/connect.ts";
import { isDecentHour } from "#server/schools/decent-hour.ts";

export interface Due {
  readonly districtId: string;
  readonly personId: string;
  readonly address: string;
  readonly language: string;
  readonly template: "plan-due" | "promise-due" | "goal-due" | "home-promise-due";
  readonly occasion: string;
  readonly student: string;
  readonly what: string;
  readonly path: string;
}

/** When, and in which district. */
interface Asked {
  readonly districtId: string;
  readonly now: Date;
}

/**
 * What fell due in the last three days by the clocks of a district's schools and was not written about: older things are
 * no news. Where it is night, it waits for the morning.
 */
export async function listDue(db: Db, asked: Asked): Promise<Due[]> {
  const { rows } =
    await sql<Due>`select due.* from (${plans(asked)} union all ${schoolPromises(asked)} union all ${goals(asked)}
      union all ${homePromises(asked)}) due
    where not exists (select 1 from outgoing_message m where m.district_id = due.district_id and m.person_id = due.person_id
      and m.occasion = due.occasion) order by due.district_id, due.person_id, due.occasion limit 2000`.execute(
      db,
    );
  return rows;
}

const today = ({ now }: Asked) => sql`(${now}::timestamptz at time zone school.time_zone)::date`;

/** On the school's clock; the days around it on any clock let an index find them. */
const fellDue = (day: RawBuilder<unknown>, asked: Asked) =>
  sql`${day} between ${today(asked)} - 3 and ${today(asked)} and ${aroundToday(day, asked)} and ${isDecentHour(asked.now)}`;

const aroundToday = (day: RawBuilder<unknown>, { now }: Asked) =>
  sql`${day} between ${dayFrom(now, -4)}::date and ${dayFrom(now, 1)}::date`;

const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** The student around a row with her school; nobody who left is written about. */
const aboutStudent = (id: RawBuilder<unknown>, { districtId }: Asked) => sql`
  join student st on st.district_id = ${districtId} and st.person_id = ${id} and st.left_on is null
  join person child on child.district_id = st.district_id and child.id = st.person_id
  join school on school.district_id = st.district_id and school.id = st.school_id`;

/** Who advises her today, as a lateral list of people with an address. */
const advisers = (
  asked: Asked,
  alias = "reader",
) => sql`join lateral (select distinct p.id, p.email, p.language from advisory_student ast
    join advisory_adviser aa on aa.district_id = ast.district_id and aa.advisory_id = ast.advisory_id
    join person p on p.district_id = aa.district_id and p.id = aa.person_id
    where ast.district_id = st.district_id and ast.student_id = st.person_id and p.email is not null
      and ast.from_on <= ${today(asked)} and (ast.until_on is null or ast.until_on >= ${today(asked)})
      and aa.from_on <= ${today(asked)} and (aa.until_on is null or aa.until_on >= ${today(asked)})) ${sql.ref(alias)} on true`;

const childName = sql`child.given_name || ' ' || child.family_name as student`;

const plans = (
  asked: Asked,
) => sql`select i.district_id, reader.id as person_id, reader.email as address, reader.language,
    'plan-due' as template, 'plan-due ' || i.id || ' ' || i.review_on as occasion, ${childName}, left(i.action, 300) as what, '/follow-up' as path
  from intervention i ${aboutStudent(sql.ref("i.studentId"), asked)} ${advisers(asked)}
  where i.district_id = ${asked.districtId} and i.state in ('agreed', 'active') and ${fellDue(sql.ref("i.reviewOn"), asked)}`;

/** To who keeps the promise; to the advisers where nobody was named. */
const schoolPromises = (
  asked: Asked,
) => sql`select pr.district_id, reader.id, reader.email, reader.language, 'promise-due',
    'promise-due ' || pr.id || ' ' || pr.by_on, ${childName}, left(pr.wording, 300), '/follow-up'
  from promise pr join goal g on g.district_id = pr.district_id and g.id = pr.goal_id and g.state in ('agreed', 'looked-back')
  ${aboutStudent(sql.ref("g.studentId"), asked)}
  join lateral (select own.id, own.email, own.language from person own where own.district_id = pr.district_id and own.id = pr.owner_id and own.email is not null
    union select known.id, known.email, known.language from (select 1) one ${advisers(asked, "known")} where pr.owner_id is null) reader on true
  where pr.district_id = ${asked.districtId} and pr.side = 'school' and pr.state = 'accepted' and pr.kept is null and ${fellDue(sql.ref("pr.byOn"), asked)}`;

const goals = (asked: Asked) => sql`select g.district_id, child.id, child.email, child.language, 'goal-due',
    'goal-due ' || g.id || ' ' || g.due_on, ${childName}, left(g.wording, 300), '/goals'
  from goal g ${aboutStudent(sql.ref("g.studentId"), asked)}
  where g.district_id = ${asked.districtId} and g.state = 'agreed' and child.email is not null and ${fellDue(sql.ref("g.dueOn"), asked)}`;

const ofHome = sql`pr.id, pr.wording, pr.household_id, g.student_id`;
const stillOpen = sql`g.state in ('agreed', 'looked-back') and pr.side = 'family' and pr.state = 'accepted' and pr.kept is null`;

/** Home's promises, each by its own day or else by its goal's. */
const promisedAtHome = (asked: Asked) => sql`(select ${ofHome}, pr.by_on as due_on from promise pr
    join goal g on g.district_id = ${asked.districtId} and g.id = pr.goal_id
    where pr.district_id = ${asked.districtId} and ${aroundToday(sql.ref("pr.byOn"), asked)} and ${stillOpen}
  union all select ${ofHome}, g.due_on from goal g
    join promise pr on pr.district_id = ${asked.districtId} and pr.goal_id = g.id and pr.by_on is null
    where g.district_id = ${asked.districtId} and ${aroundToday(sql.ref("g.dueOn"), asked)} and ${stillOpen})`;

/** They go to those of that home who may inspect and be written to; at 18 rights have passed. */
const homePromises = (
  asked: Asked,
) => sql`select gs.district_id, p.id, p.email, p.language, 'home-promise-due',
    'home-promise-due ' || pr.id || ' ' || pr.due_on, child.given_name, left(pr.wording, 300), '/goals/' || pr.student_id
  from ${promisedAtHome(asked)} pr ${aboutStudent(sql.ref("pr.studentId"), asked)}
  join guardianship gs on gs.district_id = ${asked.districtId} and gs.student_id = st.person_id and gs.may_inspect_records and gs.may_be_contacted
    and (pr.household_id is null or gs.household_id = pr.household_id) and gs.from_on <= ${today(asked)}
    and (gs.until_on is null or gs.until_on >= ${today(asked)})
  join person p on p.district_id = ${asked.districtId} and p.id = gs.guardian_id and p.email is not null
  where not ${isOfAge("st", today(asked))} and ${fellDue(sql.ref("pr.dueOn"), asked)}`;
