import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import type { Finding } from "./chain.ts";

/** Forms that finished records are drawn after and that are gone, or no longer what their digest says. */
export async function findLostEditions(db: Db): Promise<Finding[]> {
  return [...(await findMissing(db)), ...(await findEdited(db))];
}

async function findMissing(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ number: string; version: number }>`
    select r.number, p.version from record_part p
    join conference_record r on r.district_id = p.district_id and r.id = p.record_id
    where p.part = 'core' and p.canonical::jsonb ? 'edition' and not exists (
      select 1 from form_edition e where e.district_id = p.district_id
        and e.digest = decode(p.canonical::jsonb ->> 'edition', 'hex'))
    order by 1, 2`.execute(db);
  return rows.map(({ number, version }) => ({
    record: `${number}, version ${version}`,
    what: "missing",
    detail: "the form it was drawn after is gone",
  }));
}

async function findEdited(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ digest: string }>`select encode(digest, 'hex') as digest from form_edition
    where digest <> sha256(convert_to(form, 'utf8')) order by 1`.execute(db);
  return rows.map(({ digest }) => ({
    record: `form ${digest.slice(0, 12)}`,
    what: "edited",
    detail: "it is not what its digest says",
  }));
}
