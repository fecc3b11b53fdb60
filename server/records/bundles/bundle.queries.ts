import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { NotFound } from "#server/http/problems.ts";
import { advisoryToday } from "./advisory-today.ts";
import { administeredBy } from "#server/seasons/season.access.ts";
import { bundleReadableBy, leadsAdvisory } from "./bundle.access.ts";
import type { Bundle, SeasonRecords } from "./bundle.contract.ts";

type Counts = Pick<SeasonRecords, "finished" | "open" | "advisories">;

/** How many of a season's conferences that took place have a finished record, by advisory; an adviser counts her own. */
export async function countRecords(db: Db, actor: Actor, seasonId: string): Promise<Counts> {
  const { districtId, today } = actor;
  const { rows } = await sql<{ id: string | null; name: string | null; finished: number; open: number }>`
    select a.id, a.name, count(*) filter (where r.state in ('sealed', 'amended'))::integer as finished,
      count(*) filter (where r.state in ('draft', 'read-back'))::integer as open
    from conference c join conference_record r on r.district_id = c.district_id and r.conference_id = c.id
    ${advisoryToday(today)}
    where c.district_id = ${districtId} and c.season_id = ${seasonId}
      and (${leadsAdvisory(actor, sql.ref("a.id"))} or exists (select 1 from season where season.district_id = c.district_id
        and season.id = c.season_id and ${administeredBy(actor)}))
    group by a.id, a.name order by a.name nulls last`.execute(db);
  return {
    finished: rows.reduce((sum, row) => sum + row.finished, 0),
    open: rows.reduce((sum, row) => sum + row.open, 0),
    advisories: rows.flatMap(({ id, name, finished }) =>
      id !== null && name !== null && finished > 0 ? [{ id, name, finished }] : [],
    ),
  };
}

/** Whether somebody may ask for the whole season, and what the school's own form is called. */
export async function readPapers(
  db: Db,
  actor: Actor,
  seasonId: string,
): Promise<Pick<SeasonRecords, "mayGatherAll" | "schoolForm">> {
  const { rows } = await sql<Pick<SeasonRecords, "mayGatherAll" | "schoolForm">>`
    select ${administeredBy(actor)} as may_gather_all, f.name as school_form
    from season left join school_form f on f.district_id = season.district_id and f.school_id = season.school_id and f.state = 'in-use'
    where season.district_id = ${actor.districtId} and season.id = ${seasonId}`.execute(db);
  return rows[0] ?? { mayGatherAll: false, schoolForm: null };
}

/** The files a person had made of a season's records, the latest first. */
export async function listBundles(db: Db, actor: Actor, seasonId: string): Promise<Bundle[]> {
  const { rows } =
    await sql<Bundle>`select record_bundle.id, form, copies, paper, a.name as advisory, state, done, total, bytes,
      ${jsonInstant("record_bundle.asked_at")} as asked_at
    from record_bundle
    left join advisory a on a.district_id = record_bundle.district_id and a.id = record_bundle.advisory_id
    where record_bundle.district_id = ${actor.districtId} and record_bundle.season_id = ${seasonId} and ${bundleReadableBy(actor)}
    order by record_bundle.asked_at desc, record_bundle.id limit 20`.execute(db);
  return rows;
}

/** Where a made bundle lies and what to call it. */
export const readBundleFile = async (db: Db, actor: Actor, bundleId: string) =>
  await db
    .selectFrom("recordBundle")
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "recordBundle.districtId")
        .onRef("season.id", "=", "recordBundle.seasonId"),
    )
    .select([
      "recordBundle.form",
      "recordBundle.copies",
      "recordBundle.storageKey",
      "recordBundle.bytes",
      "recordBundle.sha256",
      "season.name",
    ])
    .where("recordBundle.districtId", "=", actor.districtId)
    .where("recordBundle.id", "=", bundleId)
    .where("recordBundle.state", "=", "made")
    .where(bundleReadableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("file"));

/** What the job needs to know of a bundle; undefined once it is gone or made. */
export const readAsked = async (db: Db | Tx, districtId: string, bundleId: string) =>
  await db
    .selectFrom("recordBundle")
    .select(["id", "districtId", "seasonId", "advisoryId", "form", "copies", "paper", "askedBy"])
    .where("districtId", "=", districtId)
    .where("id", "=", bundleId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
export type AskedBundle = NonNullable<Awaited<ReturnType<typeof readAsked>>>;
