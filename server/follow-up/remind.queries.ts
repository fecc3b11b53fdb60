import { sql, type RawBuilder } from "kysely";
import type { Db } from "#server/database/connect.ts";

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

/** What fell due in the last three days at the school's clocks and was not written about: older things are no news. */
export async function listDue(db: Db, now: Date): Promise<Due[]> {
  const { rows } =
    await sql<Due>`select due.* from (${plans(now)} union all ${schoolPromises(now)} union all ${goals(now)}
      union all ${homePromises(now)}) due
    where not exists (select 1 from outgoing_message m where m.district_id = due.district_id and m.person_id = due.person_id
      and m.occasion = due.occasion) order by due.district_id, due.person_id, due.occasion limit 2000`.execute(
      db,
    );
  return rows;
}

const today = (now: Date) => sql`(${now}::timestamptz at time zone school.time_zone)::date`;
const fellDue = (day: RawBuilder<unknown>, now: Date) =>
  sql`${day} between ${today(now)} - 3 and ${today(now)}`;

/** The student around a row with her school; nobody who left is written about. */
const aboutStudent = (id: RawBuilder<unknown>, district: RawBuilder<unknown>) => sql`
  join student st on st.district_id = ${district} and st.person_id = ${id} and st.left_on is null
  join person child on child.district_id = st.district_id and child.id = st.person_id
  join school on school.district_id = st.district_id and school.id = st.school_id`;

/** Who advises her today, as a lateral list of people with an address. */
const advisers = (
  now: Date,
) => sql`join lateral (select distinct p.id, p.email, p.language from advisory_student ast
    join advisory_adviser aa on aa.district_id = ast.district_id and aa.advisory_id = ast.advisory_id
    join person p on p.district_id = aa.district_id and p.id = aa.person_id
    where ast.district_id = st.district_id and ast.student_id = st.person_id and p.email is not null
      and ast.from_on <= ${today(now)} and (ast.until_on is null or ast.until_on >= ${today(now)})
      and aa.from_on <= ${today(now)} and (aa.until_on is null or aa.until_on >= ${today(now)})) reader on true`;

const childName = sql`child.given_name || ' ' || child.family_name as student`;

const plans = (
  now: Date,
) => sql`select i.district_id, reader.id as person_id, reader.email as address, reader.language,
    'plan-due' as template, 'plan-due ' || i.id || ' ' || i.review_on as occasion, ${childName}, left(i.action, 300) as what, '/follow-up' as path
  from intervention i ${aboutStudent(sql.ref("i.studentId"), sql.ref("i.districtId"))} ${advisers(now)}
  where i.state in ('agreed', 'active') and ${fellDue(sql.ref("i.reviewOn"), now)}`;

/** To who keeps the promise; to the advisers where nobody was named. */
const schoolPromises = (
  now: Date,
) => sql`select pr.district_id, reader.id, reader.email, reader.language, 'promise-due',
    'promise-due ' || pr.id || ' ' || pr.by_on, ${childName}, left(pr.wording, 300), '/follow-up'
  from promise pr join goal g on g.district_id = pr.district_id and g.id = pr.goal_id and g.state in ('agreed', 'looked-back')
  ${aboutStudent(sql.ref("g.studentId"), sql.ref("g.districtId"))}
  join lateral (select own.id, own.email, own.language from person own where own.district_id = pr.district_id and own.id = pr.owner_id and own.email is not null
    union select known.id, known.email, known.language from (select 1) one ${advisersAs(now)} where pr.owner_id is null) reader on true
  where pr.side = 'school' and pr.state = 'accepted' and pr.kept is null and ${fellDue(sql.ref("pr.byOn"), now)}`;

const advisersAs = (
  now: Date,
) => sql`join lateral (select distinct p.id, p.email, p.language from advisory_student ast
    join advisory_adviser aa on aa.district_id = ast.district_id and aa.advisory_id = ast.advisory_id
    join person p on p.district_id = aa.district_id and p.id = aa.person_id
    where ast.district_id = st.district_id and ast.student_id = st.person_id and p.email is not null
      and ast.from_on <= ${today(now)} and (ast.until_on is null or ast.until_on >= ${today(now)})
      and aa.from_on <= ${today(now)} and (aa.until_on is null or aa.until_on >= ${today(now)})) known on true`;

const goals = (now: Date) => sql`select g.district_id, child.id, child.email, child.language, 'goal-due',
    'goal-due ' || g.id || ' ' || g.due_on, ${childName}, left(g.wording, 300), '/goals'
  from goal g ${aboutStudent(sql.ref("g.studentId"), sql.ref("g.districtId"))}
  where g.state = 'agreed' and child.email is not null and ${fellDue(sql.ref("g.dueOn"), now)}`;

/** Home's promises go to those of that home who may inspect and be written to; at 18 rights have passed. */
const homePromises = (now: Date) => sql`select pr.district_id, p.id, p.email, p.language, 'home-promise-due',
    'home-promise-due ' || pr.id || ' ' || coalesce(pr.by_on, g.due_on), child.given_name, left(pr.wording, 300), '/goals/' || g.student_id
  from promise pr join goal g on g.district_id = pr.district_id and g.id = pr.goal_id and g.state in ('agreed', 'looked-back')
  ${aboutStudent(sql.ref("g.studentId"), sql.ref("g.districtId"))}
  join guardianship gs on gs.district_id = g.district_id and gs.student_id = g.student_id and gs.may_inspect_records and gs.may_be_contacted
    and (pr.household_id is null or gs.household_id = pr.household_id) and gs.from_on <= ${today(now)}
    and (gs.until_on is null or gs.until_on >= ${today(now)})
  join person p on p.district_id = gs.district_id and p.id = gs.guardian_id and p.email is not null
  where pr.side = 'family' and pr.state = 'accepted' and pr.kept is null and (st.born_on + interval '18 years')::date > ${today(now)}
    and ${fellDue(sql`coalesce(pr.by_on, g.due_on)`, now)}`;
