import { makePoster } from "#server/files/previews/make-previews.ts";
import type { Lectern } from "#test/support/lectern.ts";

/** Does with the newest poster what the queue would do next. */
export async function makeWaitingPoster({ db, files }: Lectern): Promise<void> {
  const job = await db
    .selectFrom("pgboss.job" as never)
    .select("data" as never)
    .where("name" as never, "=", "make-poster" as never)
    .orderBy("createdOn" as never, "desc")
    .executeTakeFirstOrThrow();
  await makePoster(db, files, (job as { data: Parameters<typeof makePoster>[2] }).data);
}
