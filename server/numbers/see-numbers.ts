import type { Actor } from "#server/access/actor.ts";
import { canonicalJson, digestOf } from "#server/canonical.ts";
import type { Db } from "#server/database/connect.ts";
import { compare, type Compared } from "./compare.ts";
import type { NumbersSeen, PastedNumbers } from "./numbers.contract.ts";

/** What a table would do, row by row; writes nothing. Also names the students whose numbers it shows. */
export async function seeNumbers(
  db: Db,
  actor: Actor,
  pasted: PastedNumbers,
): Promise<{ seen: NumbersSeen; studentIds: string[] }> {
  const { rows, unknown } = await compare(db, actor, pasted);
  const studentIds = [...new Set(rows.flatMap(({ write }) => (write?.kept ? [write.student.personId] : [])))];
  return {
    seen: { rows: rows.map(({ seen }) => seen), unknown, digest: digestOfSeen(pasted, rows) },
    studentIds,
  };
}

/** The digest of everything the person was shown. */
export const digestOfSeen = ({ kind }: PastedNumbers, rows: readonly Compared[]): string =>
  digestOf(canonicalJson({ kind, rows: rows.map(({ seen }) => seen) })).toString("hex");
