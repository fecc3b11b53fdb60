import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import type { Place, Step, Told } from "./following.contract.ts";

/** Whose stage: hers in a conference, or on her own wall before one is arranged. */
export interface StageOf {
  readonly studentId: string;
  readonly conferenceId: string | null;
}

/** A step that was asked of the stage, and when. */
export interface Asked {
  readonly number: number;
  readonly step: Step;
  readonly at: string;
}

/** The stage of a conference, where the rule opens the conference to this person. */
export async function readStageOfConference(
  db: Db,
  actor: Actor,
  conferenceId: string,
  rule: Rule,
): Promise<StageOf> {
  const { studentId } = await db
    .selectFrom("conference")
    .select("conference.studentId")
    .where("conference.districtId", "=", actor.districtId)
    .where("conference.id", "=", conferenceId)
    .where(rule)
    .executeTakeFirstOrThrow(() => new NotFound("conference"));
  return { studentId, conferenceId };
}

/** The stage on a student's wall, where the rule opens the portfolio to this person. */
export async function readStageOfPortfolio(
  db: Db,
  actor: Actor,
  portfolioId: string,
  rule: Rule,
): Promise<StageOf> {
  const { studentId } = await db
    .selectFrom("portfolio")
    .select("portfolio.studentId")
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.id", "=", portfolioId)
    .where(rule)
    .executeTakeFirstOrThrow(() => new NotFound("portfolio"));
  return { studentId, conferenceId: null };
}

/** Holds where a student's stage is, if one was opened. */
export const lockPlace = (tx: Tx, { districtId }: Actor, { studentId }: StageOf) =>
  tx
    .selectFrom("stagePlace")
    .select(["conferenceId", "run", "place", "toldAt", "asked", "askedCount", "followedAt"])
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .forUpdate()
    .$castTo<PlaceRow>()
    .executeTakeFirst();

interface PlaceRow {
  conferenceId: string | null;
  run: string;
  place: Place;
  toldAt: Date;
  asked: Asked[];
  askedCount: number;
  followedAt: Date | null;
}

/** Writes where a stage is; a stage that takes over begins with nothing asked of it. */
export async function putPlace(
  tx: Tx,
  { districtId, now: toldAt }: Actor,
  { studentId, conferenceId }: StageOf,
  { run, done, place }: Told,
): Promise<void> {
  const told = { conferenceId, run, done, toldAt, place: JSON.stringify(place) };
  const isSame = sql<boolean>`stage_place.run = excluded.run`;
  await tx
    .insertInto("stagePlace")
    .values({ districtId, studentId, ...told })
    .onConflict((conflict) =>
      conflict.columns(["districtId", "studentId"]).doUpdateSet({
        ...told,
        asked: sql`case when ${isSame} then stage_place.asked else '[]'::jsonb end`,
        askedCount: sql`case when ${isSame} then stage_place.asked_count else 0 end`,
      }),
    )
    .execute();
}

/** A stage that was left is forgotten. */
export const deletePlace = (
  tx: Tx,
  { districtId }: Actor,
  { studentId }: StageOf,
  run: string,
): Promise<unknown> =>
  tx
    .deleteFrom("stagePlace")
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("run", "=", run)
    .execute();

/** How many steps are remembered: more are not pressed before the stage asks. */
const stepsKept = 8;

/** Notes that somebody follows and, perhaps, a step she asks for; what is known of the stage then, if there is one. */
export const noteFollowing = (
  tx: Tx,
  { districtId, now }: Actor,
  { studentId, conferenceId }: StageOf,
  step: Step | null,
) =>
  tx
    .updateTable("stagePlace")
    .set({ followedAt: now })
    .$if(step !== null, (query) =>
      query.set({
        askedCount: sql`asked_count + 1`,
        asked: sql`(select coalesce(jsonb_agg(kept.one order by kept.place), '[]') from (
            select one, place from jsonb_array_elements(asked) with ordinality as before (one, place)
            order by place desc limit ${stepsKept - 1}) kept)
          || jsonb_build_object('number', asked_count + 1, 'step', ${step}::text, 'at', ${now.toISOString()}::text)`,
      }),
    )
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("conferenceId", "is not distinct from", conferenceId)
    .returning(["run", "done", "place", "toldAt", "askedCount"])
    .$castTo<{ run: string; done: number; place: Place; toldAt: Date; askedCount: number }>()
    .executeTakeFirst();
