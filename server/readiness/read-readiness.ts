import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { seesReadinessOf } from "./readiness.access.ts";
import { readinessFrom, type Counts } from "./readiness-marks.ts";
import type { Readiness, ReadinessWithNext } from "./readiness.contract.ts";

// The season she set her last goals in: only these are looked back on, as on her page.
const lastSeason = sql`(select earlier.id from goal e join season earlier on earlier.district_id = e.district_id and earlier.id = e.season_id
  where e.district_id = st.district_id and e.student_id = st.person_id and e.state <> 'draft'
    and earlier.starts_on < season.starts_on order by earlier.starts_on desc limit 1)`;

// Everything is counted from the tables each time: there is no second truth to keep in step.
export const readinessCounts = sql`season.pieces as wanted,
  (select count(*) from portfolio_item i where i.district_id = p.district_id and i.portfolio_id = p.id
    and i.prompt is null)::int as chosen,
  (select count(*) from portfolio_item i where i.district_id = p.district_id and i.portfolio_id = p.id
    and i.prompt is null and exists (select 1 from reflection r where r.district_id = i.district_id and r.work_sample_id = i.work_sample_id
      and btrim(r.answer) <> ''))::int as reflected,
  (select count(*) from goal g where g.district_id = st.district_id and g.student_id = st.person_id
    and g.season_id = season.id and btrim(g.wording) <> '')::int as new_goals,
  (select count(*) from goal g where g.district_id = st.district_id and g.student_id = st.person_id
    and g.season_id = season.id and btrim(g.wording) <> ''
    and exists (select 1 from promise pr where pr.district_id = g.district_id and pr.goal_id = g.id
      and pr.side = 'student' and btrim(pr.wording) <> ''))::int as promised_goals,
  (select count(*) from goal g where g.district_id = st.district_id and g.student_id = st.person_id
    and g.season_id = ${lastSeason} and g.state <> 'draft')::int as last_goals,
  (select count(*) from goal g where g.district_id = st.district_id and g.student_id = st.person_id
    and g.season_id = ${lastSeason} and g.state not in ('draft', 'agreed'))::int as looked_back,
  (select count(*) from rehearsal r where r.district_id = st.district_id and r.student_id = st.person_id
    and r.season_id = season.id)::int as rehearsals,
  (select count(*) from statement said where said.district_id = st.district_id and said.student_id = st.person_id
    and said.season_id = season.id and said.field in ('strengths', 'growthAreas') and btrim(said.words) <> '')::int as statements,
  (select count(*) from statement said where said.district_id = st.district_id and said.student_id = st.person_id
    and said.season_id = season.id and said.field = 'resultsSaid' and btrim(said.words) <> '')::int as results_said,
  (select count(distinct a.area) from assessment_result a join school_year y on y.district_id = season.district_id
    and y.id = season.school_year_id
    where a.district_id = st.district_id and a.student_id = st.person_id and a.school_year = y.name)::int as results`;

/** How ready each of these students is, in one query: a whole advisory costs one look. */
export async function listReadiness(
  db: Db,
  actor: Actor,
  { studentIds, seasonId }: { studentIds: readonly string[]; seasonId: string },
): Promise<Map<string, Readiness>> {
  const { rows } = await sql<
    Counts & { studentId: string }
  >`select st.person_id as student_id, ${readinessCounts}
    from student st
    join season on season.district_id = st.district_id and season.id = ${seasonId}
    left join portfolio p on p.district_id = st.district_id and p.student_id = st.person_id and p.season_id = season.id
    where st.district_id = ${actor.districtId} and st.person_id = any(${[...studentIds]}::uuid[])
      and ${seesReadinessOf(actor, sql.ref("st.personId"))}`.execute(db);
  return new Map(rows.map((row) => [row.studentId, readinessFrom(row)]));
}

/** How ready the student of one conference is, and the one next thing. */
export async function readReadiness(db: Db, actor: Actor, conferenceId: string): Promise<ReadinessWithNext> {
  const conference = await db
    .selectFrom("conference")
    .select(["studentId", "seasonId"])
    .where("conference.districtId", "=", actor.districtId)
    .where("conference.id", "=", conferenceId)
    .where(seesReadinessOf(actor, sql.ref("conference.studentId")))
    .executeTakeFirstOrThrow(() => new NotFound("conference"));
  const { studentId, seasonId } = conference;
  const [all, nextPiece] = await Promise.all([
    listReadiness(db, actor, { studentIds: [studentId], seasonId }),
    findNextPiece(db, actor, { studentId, seasonId }),
  ]);
  const readiness = all.get(studentId);
  if (!readiness) throw new NotFound("conference");
  return { ...readiness, nextPiece };
}

/** The first chosen piece nothing is said about; callers have checked who asks. */
async function findNextPiece(
  db: Db,
  { districtId }: Actor,
  { studentId, seasonId }: { studentId: string; seasonId: string },
): Promise<ReadinessWithNext["nextPiece"]> {
  const piece = await db
    .selectFrom("portfolio")
    .innerJoin("portfolioItem as item", (join) =>
      join
        .onRef("item.districtId", "=", "portfolio.districtId")
        .onRef("item.portfolioId", "=", "portfolio.id"),
    )
    .innerJoin("workSample as work", (join) =>
      join.onRef("work.districtId", "=", "item.districtId").onRef("work.id", "=", "item.workSampleId"),
    )
    .select(["work.id as workSampleId", "work.title", "work.language"])
    .where("portfolio.districtId", "=", districtId)
    .where("portfolio.studentId", "=", studentId)
    .where("portfolio.seasonId", "=", seasonId)
    .where(
      sql<boolean>`not exists (select 1 from reflection r where r.district_id = work.district_id
      and r.work_sample_id = work.id and btrim(r.answer) <> '')`,
    )
    .orderBy("item.section")
    .orderBy("item.position")
    .executeTakeFirst();
  return piece ?? null;
}
