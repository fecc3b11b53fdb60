import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listStatements } from "./statement.queries.ts";

/** What she said she is good at for a season, to be shown as she wrote it; undefined while nothing is written. */
export async function readStrengths(
  db: Db,
  actor: Actor,
  of: { studentId: string; seasonId: string },
): Promise<{ words: string; language: string } | undefined> {
  const statements = await listStatements(db, actor, of);
  const said = statements.find(({ field }) => field === "strengths");
  const words = said?.words.trim() ?? "";
  return said && words !== "" ? { words, language: said.language } : undefined;
}
