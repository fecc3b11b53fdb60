import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import type { CopyReply } from "./copy.contract.ts";

/** Finds an issued copy by its digest, whatever the district: who holds a file need not know whose it is. */
export async function findCopy(db: Db, sha256: string): Promise<CopyReply> {
  const { rows } = await sql<{ version: number; newest: number | null }>`
    select c.version, case when r.state in ('sealed', 'amended') then
        (select max(v.version) from record_version v
         where v.district_id = c.district_id and v.record_id = c.record_id and v.erased_at is null) end as newest
    from record_copy c join conference_record r on r.district_id = c.district_id and r.id = c.record_id
    where c.sha256 = ${Buffer.from(sha256, "hex")} limit 1`.execute(db);
  const [copy] = rows;
  return copy ? { issued: true, ...copy } : { issued: false, version: null, newest: null };
}
