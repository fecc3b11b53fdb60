import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { FileTrouble } from "../file.contract.ts";
import { troubleOf } from "../trouble.ts";
import { caredForBy } from "./care.access.ts";

interface InNeedRow {
  id: string;
  name: string;
  bytes: number;
  trouble: FileTrouble;
  note: string | null;
  since: Date;
  studentId: string;
  studentName: string;
  pieces: string[];
  inNeedCount: number;
}

const most = 100;

// The words of the partial index stored_file_in_need; who only waits her turn needs nobody.
const inNeed = sql<boolean>`(stored_file.damage is not null or stored_file.scan in ('waiting', 'refused'))
  and (stored_file.damage is not null or stored_file.scan_note is not null)`;

/** The files of the administrator's students that somebody has to look after, the newest trouble first, and how many there are. */
export async function listInNeed(db: Db, actor: Actor): Promise<InNeedRow[]> {
  const { rows } = await sql<InNeedRow>`select stored_file.id, stored_file.name, stored_file.bytes,
      ${troubleOf} as trouble, stored_file.scan_note as note,
      coalesce(stored_file.damaged_at, stored_file.created_at) as since,
      person.id as student_id, person.given_name || ' ' || person.family_name as student_name,
      (select coalesce(array_agg(distinct w.title), '{}') from work_version v
        join work_sample w on w.district_id = v.district_id and w.id = v.work_sample_id
        where v.district_id = stored_file.district_id and v.file_id = stored_file.id) as pieces,
      count(*) over ()::int as in_need_count
    from stored_file join person on person.district_id = stored_file.district_id and person.id = stored_file.owner_id
    where stored_file.district_id = ${actor.districtId} and ${inNeed} and ${caredForBy(actor)}
    order by since desc, stored_file.id limit ${most}`.execute(db);
  return rows;
}

interface Totals {
  files: number;
  bytes: number;
  waiting: number;
  oldestCheckAt: Date | null;
}

/** How many files the administrator's students have, and how they were looked after. */
export async function countContents(db: Db, actor: Actor): Promise<Totals> {
  const { rows } = await sql<Totals>`select count(*)::int as files, coalesce(sum(bytes), 0)::bigint as bytes,
      count(*) filter (where scan = 'waiting')::int as waiting, min(coalesce(checked_at, created_at)) as oldest_check_at
    from stored_file where district_id = ${actor.districtId} and scan <> 'refused' and ${caredForBy(actor)}`.execute(
    db,
  );
  return rows[0]!;
}
