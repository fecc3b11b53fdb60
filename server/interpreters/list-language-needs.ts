import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { rightsStay } from "#server/access/of-age.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { readsWishesOf } from "#server/questionnaires/questionnaire.access.ts";
import { currentSeasonIdOfStudent } from "#server/seasons/current-season.ts";
import { schoolsKeptBy } from "#server/schools/schools-kept.ts";
import type { LanguageNeed, LanguageNeeds, NeedsQuery } from "./interpreter.contract.ts";

const aPage = 50;

/** The language in which schools speak; whoever shares it needs nobody. */
const ofSchools = "en";

/** Families of one's schools who speak another language or wrote a wish, for the season their child prepares for: the next time first. */
export async function listLanguageNeeds(db: Db, actor: Actor, query: NeedsQuery): Promise<LanguageNeeds> {
  const found = needsOf(actor, query);
  const { rows: counted } = await sql<{
    total: number;
  }>`${found} select count(*)::int as total from need`.execute(db);
  const total = counted[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / aPage));
  const page = Math.min(Number(query.page ?? 1), pages);
  const { rows: families } = await sql<LanguageNeed>`${found} select need.student_id,
      concat_ws(' ', person.given_name, nullif(person.family_name, '')) as student_name, need.school_name, need.season_name, need.zone,
      ${guardians(actor)} as guardians, ${wishes(actor)} as wishes, ${conferences} as conferences
    from need join person on person.district_id = need.district_id and person.id = need.student_id
    order by need.next_at nulls last, person.family_name, person.given_name, person.id
    limit ${aPage} offset ${(page - 1) * aPage}`.execute(db);
  return { families, total, page, pages };
}

function needsOf(actor: Actor, { without }: NeedsQuery) {
  return sql`with here as materialized (select * from student where student.district_id = ${actor.districtId}
        and student.school_id = any(${schoolsKeptBy(actor)}) and student.left_on is null),
    need as materialized (select student.district_id, student.person_id as student_id, student.born_on, student.dependency_recorded_on,
        season.id as season_id, season.name as season_name, school.name as school_name, school.time_zone as zone, next.at as next_at
      from here student
      join school on school.district_id = student.district_id and school.id = student.school_id
      join season on season.district_id = student.district_id and season.id = ${currentSeasonIdOfStudent(actor)}
      cross join lateral (select min(c.starts_at) as at, bool_and(exists (select 1 from participant p where p.district_id = c.district_id
          and p.conference_id = c.id and p.part = 'interpreter')) as is_covered
        from conference c where c.district_id = student.district_id and c.student_id = student.person_id
          and c.season_id = season.id and c.state <> 'cancelled') next
      where (exists (select 1 from guardianship g join person speaker on speaker.district_id = g.district_id and speaker.id = g.guardian_id
            where g.district_id = student.district_id and g.student_id = student.person_id and ${comes(actor)} and speaker.language <> ${ofSchools})
          or exists (select 1 from family_answer fa where fa.district_id = student.district_id and fa.student_id = student.person_id
            and fa.season_id = season.id and ${isWish(actor)}))
        and (${without !== "time"} or next.at is null)
        and (${without !== "interpreter"} or (next.at is not null and not next.is_covered)))`;
}

/** Answers for the student today and may come; of one who is 18, only by her consent or a recorded dependency. */
const comes = ({ today }: Actor, student = "student") => sql`g.may_attend and g.from_on <= ${today}::date
  and (g.until_on is null or g.until_on >= ${today}::date) and ${rightsStay({ student, guardianship: "g", today, to: "attend" })}`;

const isWish = (actor: Actor) =>
  sql`fa.question in ('language', 'access') and fa.answer <> '' and ${readsWishesOf(actor, sql.ref("fa.studentId"))}`;

const guardians = (actor: Actor) => sql`coalesce((select json_agg(json_build_object(
      'name', concat_ws(' ', speaker.given_name, nullif(speaker.family_name, '')), 'relationship', g.relationship, 'language', speaker.language,
      'mayBeContacted', g.may_be_contacted, 'email', speaker.email, 'phone', speaker.phone) order by speaker.given_name, speaker.id)
    from guardianship g join person speaker on speaker.district_id = g.district_id and speaker.id = g.guardian_id
    where g.district_id = need.district_id and g.student_id = need.student_id and ${comes(actor, "need")}), '[]')`;

const wishes = (
  actor: Actor,
) => sql`coalesce((select json_agg(json_build_object('householdId', household.id, 'householdName', household.name,
      'question', fa.question, 'answer', fa.answer, 'language', fa.language) order by household.name, household.id, fa.question desc)
    from family_answer fa join household on household.district_id = fa.district_id and household.id = fa.household_id
    where fa.district_id = need.district_id and fa.student_id = need.student_id and fa.season_id = need.season_id and ${isWish(actor)}), '[]')`;

const conferences = sql`coalesce((select json_agg(json_build_object('id', c.id, 'startsAt', ${jsonInstant("c.startsAt")},
      'interpreters', coalesce((select json_agg(json_build_object('name', concat_ws(' ', who.given_name, nullif(who.family_name, '')),
          'language', p.language) order by who.given_name, who.id)
        from participant p join person who on who.district_id = p.district_id and who.id = p.person_id
        where p.district_id = c.district_id and p.conference_id = c.id and p.part = 'interpreter'), '[]')) order by c.starts_at, c.id)
    from conference c where c.district_id = need.district_id and c.student_id = need.student_id and c.season_id = need.season_id
      and c.state <> 'cancelled'), '[]')`;
