import type { Db } from "#server/database/connect.ts";
import { listAwakeDistricts } from "#server/schools/decent-hour.ts";
import { unsafeListReminded } from "./coming.queries.ts";
import { tell } from "./tell-concerned.ts";

/** Reminds everybody of a conference in the two days before it, by day, once for each time it was set to. */
export async function remindComing(db: Db, now: Date): Promise<void> {
  for (const districtId of await listAwakeDistricts(db, now))
    for (const { conferenceId, notice, ...person } of await unsafeListReminded(db, { districtId, now }))
      await db
        .transaction()
        .execute((tx) =>
          tell(tx, { districtId, now }, { conferenceId, news: "soon", notice, people: [person] }),
        );
}
