import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { movesFrom } from "./move-season.ts";
import { listChoosable } from "#server/record-templates/find-form.ts";
import { listAgendas } from "./season-templates.ts";
import type { SeasonPage } from "./season.contract.ts";
import { hasNumbers, listAdvisoriesOf, readSettings } from "./season.queries.ts";

/** A season with what may be chosen for it. */
export async function readSeason(db: Db, actor: Actor, seasonId: string): Promise<SeasonPage> {
  const { schoolYearId, ...season } = await readSettings(db, actor, seasonId);
  const [advisories, numbered, recordTemplates] = await Promise.all([
    listAdvisoriesOf(db, actor, schoolYearId),
    hasNumbers(db, actor, seasonId),
    listChoosable(db, actor, season.schoolId),
  ]);
  return {
    season,
    moves: season.mayChange ? movesFrom(season.state) : [],
    hasNumbers: numbered,
    agendas: listAgendas().map(({ key, segments }) => ({
      key,
      segments: segments.map((segment) => ({ ...segment, showsWork: segment.showsWork ?? false })),
    })),
    recordTemplates,
    advisories,
  };
}
