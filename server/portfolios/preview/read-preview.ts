import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { findConference } from "../portfolio.queries.ts";
import { gatherStage } from "../presentations/gather-stage.ts";
import { describeEvening, describeRehearsal } from "../presentations/read-stage.ts";
import { listHomesComing, readOwnPortfolio } from "../presentations/stage.queries.ts";
import { findOpenableTo, listMentorsOf, listOpenTo } from "./as-mentor.queries.ts";
import type { MentorPreview, Preview, PreviewItem } from "./preview.contract.ts";

/** Exactly what would be kept if the student started now, for her to look at as her family and her mentors will. */
export async function readPreview(db: Db, actor: Actor, portfolioId: string): Promise<Preview> {
  const portfolio = await readOwnPortfolio(db, actor, portfolioId);
  const conference = await findConference(db, actor, portfolio.studentId, portfolio.seasonId);
  const evening = conference
    ? await describeEvening(db, actor, conference.id)
    : (await describeRehearsal(db, actor, portfolio)).evening;
  const [gathered, homes] = await Promise.all([
    gatherStage(db, actor, evening),
    conference ? listHomesComing(db, actor, conference.id) : [],
  ]);
  const items = gathered.map(({ note: _, ...item }) => item);
  return { items, homes, mentors: await lookAsMentors(db, actor, { ...portfolio, portfolioId }, items) };
}

async function lookAsMentors(
  db: Db,
  actor: Actor,
  { studentId, portfolioId }: { studentId: string; portfolioId: string },
  items: readonly PreviewItem[],
): Promise<MentorPreview[]> {
  const mentors = await listMentorsOf(db, actor, portfolioId);
  const views = await Promise.all(
    mentors.map(async (mentor) => {
      const [now, openable] = await Promise.all([
        listOpenTo(db, actor, studentId, mentor.mentorId),
        findOpenableTo(db, actor, studentId, mentor.mentorId, items),
      ]);
      return openable ? [{ ...mentor, now, openable }] : [];
    }),
  );
  return views.flat();
}
