import { sql, type Updateable } from "kysely";
import { isStaff, type Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import type { Season as SeasonRow } from "#server/database/tables.ts";
import { NotFound } from "#server/http/problems.ts";
import { belongsTo } from "#server/schools/school.access.ts";
import { administeredBy, administersSchool, readableBy } from "./season.access.ts";
import type { NewSeason, Season, SeasonPage, SeasonSettings } from "./season.contract.ts";

const seasonColumns = [
  "season.id",
  "season.schoolId",
  "season.name",
  "season.code",
  "season.startsOn",
  "season.endsOn",
  "season.minutes",
  "season.state",
] as const;

/** The seasons of somebody's schools, newest first; what is still being planned is the staff's. */
export const listSeasons = (db: Db, actor: Actor): Promise<Season[]> =>
  db
    .selectFrom("season")
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .select(seasonColumns)
    .where("season.districtId", "=", actor.districtId)
    .where(belongsTo(actor))
    .$if(!isStaff(actor), (query) => query.where("season.state", "<>", "draft"))
    .orderBy("season.startsOn", "desc")
    .orderBy("season.id")
    .execute();

/** One season with everything that is set about it. */
export const readSettings = (db: Db, actor: Actor, seasonId: string) =>
  db
    .selectFrom("season")
    .select([
      ...seasonColumns,
      "season.schoolYearId",
      "season.agenda",
      "season.recordTemplateId",
      "season.pieces",
    ])
    .select([advisoriesOf.as("advisories"), administeredBy(actor).as("mayChange")])
    .$castTo<SeasonSettings & { schoolYearId: string }>()
    .where("season.districtId", "=", actor.districtId)
    .where("season.id", "=", seasonId)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("season"));

const advisoriesOf = sql<string[]>`array(select sa.advisory_id::text from season_advisory sa
  where sa.district_id = season.district_id and sa.season_id = season.id order by sa.advisory_id)`;

/** Holds a season this person administers, with the advisories it names. */
export const lockSeason = (tx: Tx, actor: Actor, seasonId: string) =>
  tx
    .selectFrom("season")
    .selectAll()
    .select(advisoriesOf.as("advisories"))
    .where("season.districtId", "=", actor.districtId)
    .where("season.id", "=", seasonId)
    .where(administeredBy(actor))
    .forUpdate()
    .$castTo<LockedSeason>()
    .executeTakeFirstOrThrow(() => new NotFound("season"));

/** A season held for this transaction. */
export type LockedSeason = SeasonSettings & { schoolYearId: string };

/** The school year that holds both days, of a school this person administers; null where no year does. */
export async function findYearOf(
  tx: Tx,
  actor: Actor,
  { schoolId, startsOn, endsOn }: Pick<NewSeason, "schoolId" | "startsOn" | "endsOn">,
): Promise<string | null> {
  const school = await tx
    .selectFrom("school")
    .select((eb) =>
      eb
        .selectFrom("schoolYear")
        .select("schoolYear.id")
        .whereRef("schoolYear.districtId", "=", "school.districtId")
        .whereRef("schoolYear.schoolId", "=", "school.id")
        .where("schoolYear.startsOn", "<=", startsOn)
        .where("schoolYear.endsOn", ">=", endsOn)
        .orderBy("schoolYear.startsOn", "desc")
        .limit(1)
        .as("yearId"),
    )
    .where("school.districtId", "=", actor.districtId)
    .where("school.id", "=", schoolId)
    .where(administersSchool(actor, sql.ref("school.id")))
    .executeTakeFirstOrThrow(() => new NotFound("school"));
  return school.yearId;
}

type SeasonFacts = Omit<SeasonSettings, "state" | "advisories" | "mayChange"> & { schoolYearId: string };

/** Puts a season on the school's books, in draft. */
export const insertSeason = (tx: Tx, { districtId }: Actor, facts: SeasonFacts): Promise<unknown> =>
  tx
    .insertInto("season")
    .values({ ...facts, districtId, state: "draft" })
    .execute();

/** Writes what changed about a season that is already held. */
export const putSeason = (
  tx: Tx,
  { districtId }: Actor,
  seasonId: string,
  change: Updateable<SeasonRow>,
): Promise<unknown> =>
  tx
    .updateTable("season")
    .set(change)
    .where("districtId", "=", districtId)
    .where("id", "=", seasonId)
    .execute();

/** Names the advisories that take part, those of the season's own year and school; the number that were found. */
export async function putAdvisories(
  tx: Tx,
  { districtId }: Actor,
  { id, schoolYearId }: { id: string; schoolYearId: string },
  advisoryIds: readonly string[],
): Promise<number> {
  await tx
    .deleteFrom("seasonAdvisory")
    .where("districtId", "=", districtId)
    .where("seasonId", "=", id)
    .execute();
  const { rows } = await sql`insert into season_advisory (district_id, season_id, advisory_id)
    select a.district_id, ${id}, a.id from advisory a
    where a.district_id = ${districtId} and a.school_year_id = ${schoolYearId} and a.id = any(${[...advisoryIds]}::uuid[])
    returning advisory_id`.execute(tx);
  return rows.length;
}

/** The advisories of a season's year, with who leads them and how many are in them today. */
export async function listAdvisoriesOf(
  db: Db,
  actor: Actor,
  schoolYearId: string,
): Promise<SeasonPage["advisories"]> {
  const { rows } = await sql<SeasonPage["advisories"][number]>`select a.id, a.name,
      coalesce((select string_agg(p.given_name || ' ' || p.family_name, ', ' order by aa.part, p.id) from advisory_adviser aa
        join person p on p.district_id = aa.district_id and p.id = aa.person_id
        where aa.district_id = a.district_id and aa.advisory_id = a.id and aa.part <> 'substitute'
          and (aa.until_on is null or aa.until_on >= ${actor.today}::date)), '') as advisers,
      (select count(*) from advisory_student ast where ast.district_id = a.district_id and ast.advisory_id = a.id
        and (ast.until_on is null or ast.until_on >= ${actor.today}::date))::int as students
    from advisory a where a.district_id = ${actor.districtId} and a.school_year_id = ${schoolYearId}
    order by a.name, a.id`.execute(db);
  return rows;
}

/** Whether a finished record already carries the season's code. Callers have read the season. */
export async function hasNumbers(db: Db, { districtId }: Actor, seasonId: string): Promise<boolean> {
  const row = await db
    .selectFrom("recordNumber")
    .select("lastNumber")
    .where("districtId", "=", districtId)
    .where("seasonId", "=", seasonId)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many conferences are not over yet, and whether anybody began to prepare. Callers hold the season. */
export async function countUse(tx: Tx, { districtId }: Actor, seasonId: string) {
  const { rows } = await sql<{ toCome: number; isBegun: boolean }>`select
      (select count(*) from conference c where c.district_id = ${districtId} and c.season_id = ${seasonId}
        and c.state in ('planned', 'live', 'paused'))::int as to_come,
      exists (select 1 from conference c where c.district_id = ${districtId} and c.season_id = ${seasonId})
      or exists (select 1 from goal g where g.district_id = ${districtId} and g.season_id = ${seasonId})
      or exists (select 1 from portfolio p join portfolio_item i on i.district_id = p.district_id and i.portfolio_id = p.id
        where p.district_id = ${districtId} and p.season_id = ${seasonId}) as is_begun`.execute(tx);
  return rows[0] ?? { toCome: 0, isBegun: false };
}

/** The sections in which somebody's work hangs already. Callers hold the season. */
export async function listSectionsInUse(tx: Tx, { districtId }: Actor, seasonId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("portfolio")
    .innerJoin("portfolioItem", (join) =>
      join
        .onRef("portfolioItem.districtId", "=", "portfolio.districtId")
        .onRef("portfolioItem.portfolioId", "=", "portfolio.id"),
    )
    .select("portfolioItem.section")
    .distinct()
    .where("portfolio.districtId", "=", districtId)
    .where("portfolio.seasonId", "=", seasonId)
    .execute();
  return rows.map(({ section }) => section);
}
