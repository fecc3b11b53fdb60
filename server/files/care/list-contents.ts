import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";

/** A content a row speaks of. */
export interface KnownContent {
  readonly key: string;
  /** Null where no row says how many. */
  readonly bytes: number | null;
  /** What it must hash to; null where a content can be made anew and none is kept. */
  readonly sha256: Buffer | null;
}

const atOnce = 500;
const nowhere = "00000000-0000-0000-0000-000000000000";

/** Every content the database knows of, files and their pictures first, page by page along the keys. */
export async function* listContents(db: Db): AsyncGenerator<KnownContent> {
  yield* listFiles(db);
  const { rows } =
    await sql<KnownContent>`select storage_key as key, bytes, null::bytea as sha256 from upload_part
    union all select storage_key, bytes, sha256 from record_bundle where storage_key is not null
    union all select storage_key, bytes, sha256 from school_form
    union all select picture, null, null from school_form, unnest(picture_keys) as picture`.execute(db);
  yield* rows;
}

async function* listFiles(db: Db): AsyncGenerator<KnownContent> {
  let after = { districtId: nowhere, id: nowhere };
  for (;;) {
    const { rows } = await sql<{ districtId: string; id: string } & KnownContent>`
      with page as (select district_id, id, storage_key, bytes, sha256 from stored_file
        where scan <> 'refused' and (district_id, id) > (${after.districtId}, ${after.id}) order by district_id, id limit ${atOnce}),
      every as (select district_id, id, storage_key as key, bytes, sha256 from page
        union all select p.district_id, p.file_id, p.storage_key, p.bytes, null
        from file_preview p join page on page.district_id = p.district_id and page.id = p.file_id)
      select * from every order by district_id, id`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}
