import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { isAdviserOf } from "./follow-up.access.ts";
import type { Owed, OwedThing } from "./follow-up.contract.ts";

/**
 * What an adviser (co-adviser, substitute in her period) still owes, the oldest first, in one statement.
 * It begins with the students of her advisory, so a district of any size costs the same.
 */
export async function listOwed(db: Db, actor: Actor): Promise<Owed> {
  if (!actor.isAdviser) return { today: actor.today, things: [] };
  const { rows } = await sql<OwedThing>`with mine as materialized (
      select student.person_id as id, person.given_name || ' ' || person.family_name as name
      from advisory_adviser led
      join advisory_student member on member.district_id = led.district_id and member.advisory_id = led.advisory_id
      join student on student.district_id = member.district_id and student.person_id = member.student_id
      join person on person.district_id = student.district_id and person.id = student.person_id
      where led.district_id = ${actor.districtId} and led.person_id = ${actor.personId}
        and ${isAdviserOf(actor, sql.ref("student.personId"))} group by 1, 2)
    select * from (
      select 'record' as kind, c.id, mine.id as student_id, mine.name as student_name, c.starts_at::date as "on"
      from mine join conference c on c.district_id = ${actor.districtId} and c.student_id = mine.id and c.state = 'ended'
      left join conference_record r on r.district_id = c.district_id and r.conference_id = c.id
      where r.id is null or r.state in ('draft', 'read-back')
      union all
      select 'mentor', mp.id, mine.id, mine.name, mp.proposed_at::date
      from mine join mentor_proposal mp on mp.district_id = ${actor.districtId} and mp.student_id = mine.id and mp.state = 'proposed'
      union all
      select 'plan', i.id, mine.id, mine.name, i.review_on
      from mine join intervention i on i.district_id = ${actor.districtId} and i.student_id = mine.id
      where i.state = 'reviewed' or i.state in ('agreed', 'active') and i.review_on <= ${actor.today}::date
      union all
      select 'promise', p.id, mine.id, mine.name, coalesce(p.by_on, g.due_on)
      from mine join goal g on g.district_id = ${actor.districtId} and g.student_id = mine.id and g.state in ('agreed', 'looked-back')
      join promise p on p.district_id = g.district_id and p.goal_id = g.id and p.side = 'school' and p.state = 'accepted'
      where p.kept is null and coalesce(p.by_on, g.due_on) <= ${actor.today}::date
        and (p.owner_id is null or p.owner_id = ${actor.personId})
      union all
      select 'acknowledgement', c.id, mine.id, mine.name, r.sealed_at::date
      from mine join conference c on c.district_id = ${actor.districtId} and c.student_id = mine.id and c.state = 'ended' and c.outcome = 'held'
      join season on season.district_id = c.district_id and season.id = c.season_id and season.state <> 'closed'
      join conference_record r on r.district_id = c.district_id and r.conference_id = c.id and r.state in ('sealed', 'amended')
      where not exists (select 1 from acknowledgement a where a.district_id = r.district_id and a.record_id = r.id and a.voided_at is null)
      union all
      select 'question', q.household_id, mine.id, mine.name, min(q.written_at)::date
      from mine join family_message q on q.district_id = ${actor.districtId} and q.student_id = mine.id
      where q.side = 'family' and q.settled_at is null group by 1, 2, 3, 4
    ) owed order by "on" nulls last, student_name, id limit 200`.execute(db);
  return { today: actor.today, things: rows };
}
