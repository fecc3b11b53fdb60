import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import {
  followableBy,
  isAdviserOf,
  ownsPromise,
  readsNumbersOf,
  schoolPromiseRunBy,
} from "./follow-up.access.ts";
import type { FollowUp, GoalToFollow, PlanToFollow, PromiseToReport } from "./follow-up.contract.ts";

/** Everything this person follows after conferences, what is due first. */
export async function readFollowUp(db: Db, actor: Actor): Promise<FollowUp> {
  const [promises, plans, goals] = await Promise.all([
    listPromises(db, actor),
    listPlans(db, actor),
    listGoals(db, actor),
  ]);
  return { today: actor.today, promises, plans, goals };
}

/** Everybody this person ever advised or had on her caseload: where a query begins, so that a large district costs no more. */
const studentsOf = ({
  districtId,
  personId,
}: Actor) => sql`(select member.student_id from advisory_adviser led
    join advisory_student member on member.district_id = led.district_id and member.advisory_id = led.advisory_id
    where led.district_id = ${districtId} and led.person_id = ${personId}
  union select cl.student_id from caseload cl where cl.district_id = ${districtId} and cl.person_id = ${personId})`;

const studentName = sql`person.given_name || ' ' || person.family_name as student_name`;
const openGoal = sql`goal.state in ('agreed', 'looked-back')`;

/** The school's accepted promises to students this person advises, and those that are hers to keep. */
async function listPromises(db: Db, actor: Actor): Promise<PromiseToReport[]> {
  const runs = schoolPromiseRunBy(actor);
  const { rows } =
    await sql<PromiseToReport>`select promise.id, goal.student_id, ${studentName}, goal.wording as goal, promise.wording,
      promise.language, promise.by_on, promise.owner_id, promise.owner_name, promise.kept, promise.kept_note, season.name as season,
      (promise.owner_id = ${actor.personId} or promise.owner_id is null) as is_mine, ${runs} as may_name
    from promise join goal on goal.district_id = promise.district_id and goal.id = promise.goal_id
    join season on season.district_id = goal.district_id and season.id = goal.season_id
    join person on person.district_id = goal.district_id and person.id = goal.student_id
    where promise.district_id = ${actor.districtId} and promise.id in (
        select p.id from goal g join promise p on p.district_id = g.district_id and p.goal_id = g.id
          where g.district_id = ${actor.districtId} and g.student_id in ${studentsOf(actor)}
        union select p.id from promise p where p.district_id = ${actor.districtId} and p.owner_id = ${actor.personId})
      and promise.side = 'school' and promise.state = 'accepted'
      and btrim(promise.wording) <> '' and ${openGoal} and (${runs} or ${ownsPromise(actor)})
    order by promise.kept is not null, promise.by_on nulls last, person.given_name, promise.id limit 300`.execute(
      db,
    );
  return rows;
}

/** Support plans that go on, or ended in the last sixty days. */
async function listPlans(db: Db, actor: Actor): Promise<PlanToFollow[]> {
  const { rows } =
    await sql<PlanToFollow>`select intervention.id, intervention.student_id, ${studentName}, intervention.need,
      intervention.action, intervention.provider, intervention.starts_on, intervention.frequency, intervention.measure,
      intervention.review_on, intervention.state, intervention.outcome,
      intervention.state in ('agreed', 'active') and intervention.review_on <= ${actor.today}::date as is_due,
      (${beforeAndAfter(actor)}) as results, (${steps}) as steps
    from intervention join person on person.district_id = intervention.district_id and person.id = intervention.student_id
    where intervention.district_id = ${actor.districtId} and intervention.student_id in ${studentsOf(actor)} and ${followableBy(actor)}
      and (intervention.state in ('agreed', 'active', 'reviewed') or intervention.state = 'closed' and exists (select 1 from intervention_step s
        where s.district_id = intervention.district_id and s.intervention_id = intervention.id and s.taken_at > ${actor.now}::timestamptz - interval '60 days'))
    order by intervention.state = 'closed', intervention.review_on nulls last, person.given_name, intervention.id limit 200`.execute(
      db,
    );
  return rows;
}

const steps = sql`select coalesce(json_agg(json_build_object('step', s.step, 'note', s.note, 'outcome', s.outcome,
    'takenAt', ${jsonInstant("s.takenAt")}, 'by', taker.given_name || ' ' || taker.family_name) order by s.taken_at, s.id), '[]')
  from intervention_step s join person taker on taker.district_id = s.district_id and taker.id = s.taken_by
  where s.district_id = intervention.district_id and s.intervention_id = intervention.id`;

/** The last score on each test before the plan began, and the newest since: where there are both. */
const beforeAndAfter = (
  actor: Actor,
) => sql`select coalesce(json_agg(json_build_object('area', b.area, 'test', b.test,
    'before', b.score, 'after', a.score) order by b.area, b.test), '[]')
  from (select distinct on (r.area, r.test) r.area, r.test, r.score from assessment_result r
      where r.district_id = intervention.district_id and r.student_id = intervention.student_id and r.score is not null
        and r.taken_on < intervention.starts_on order by r.area, r.test, r.taken_on desc) b
  join (select distinct on (r.area, r.test) r.area, r.test, r.score from assessment_result r
      where r.district_id = intervention.district_id and r.student_id = intervention.student_id and r.score is not null
        and r.taken_on >= intervention.starts_on order by r.area, r.test, r.taken_on desc) a on a.area = b.area and a.test = b.test
  where ${readsNumbersOf(actor, sql.ref("intervention.studentId"))}`;

/** Agreed goals of students this person advises, due first, with the last line about each. */
async function listGoals(db: Db, actor: Actor): Promise<GoalToFollow[]> {
  const { rows } =
    await sql<GoalToFollow>`select goal.id, goal.student_id, ${studentName}, goal.wording, goal.language, goal.due_on,
      goal.state, goal.outcome, season.name as season, (select json_build_object('on', ci.on_day, 'line', ci.line) from goal_check_in ci
        where ci.district_id = goal.district_id and ci.goal_id = goal.id order by ci.on_day desc, ci.id desc limit 1) as last_check_in
    from goal join season on season.district_id = goal.district_id and season.id = goal.season_id
    join person on person.district_id = goal.district_id and person.id = goal.student_id
    where goal.district_id = ${actor.districtId} and goal.student_id in ${studentsOf(actor)} and goal.state = 'agreed' and ${isAdviserOf(actor, sql.ref("goal.studentId"))}
    order by goal.due_on nulls last, person.given_name, goal.position, goal.id limit 300`.execute(db);
  return rows;
}
