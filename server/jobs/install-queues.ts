import type { Kysely } from "kysely";
import { bossOn, through } from "./boss.ts";
import { jobNames, patience } from "./jobs.ts";

/** Makes pg-boss's tables and our queues where they are missing; safe to run from several processes at once. */
export async function installQueues(db: Kysely<any>): Promise<void> {
  const boss = bossOn(through(db), { migrate: true });
  boss.on("error", () => undefined);
  await boss.start();
  for (const name of jobNames) {
    const options = { name, retryBackoff: true, ...patience[name] };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false });
}
