import type { Tx } from "#server/database/connect.ts";
import { bossOn, through } from "./boss.ts";
import type { JobName, Jobs } from "./jobs.ts";
import { wakeSoon } from "./wake.ts";

/** Only writes jobs, each through the caller's transaction; it is never started and holds no connection. */
const writer = bossOn({
  executeSql: () => Promise.reject(new Error("A job is enqueued through a transaction.")),
});

/** Puts a job into the queue as part of the transaction, to be done at once or after so many seconds: it exists exactly if the transaction commits. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  data: Jobs[Name],
  afterSeconds = 0,
): Promise<void> {
  const id = await writer.send(name, data, { db: through(tx), startAfter: afterSeconds });
  if (id === null) throw new Error(`The queue ${name} is not there.`);
  wakeSoon(name);
}
