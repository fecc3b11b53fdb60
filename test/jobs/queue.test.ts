import { afterAll, afterEach, expect, test, vi } from "vitest";
import { installQueues } from "#server/jobs/install-queues.ts";
import { JobRunner } from "#server/jobs/job-runner.ts";
import { enqueue } from "#server/jobs/queue.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db, drop } = await freshDatabase();
const runners: JobRunner[] = [];
const stopAll = () => Promise.all(runners.splice(0).map((runner) => runner.stop()));
afterEach(stopAll);
afterAll(drop);

const mail = (messageId: string) => ({ districtId: "d", messageId });

async function aRunner(options: ConstructorParameters<typeof JobRunner>[1] = {}) {
  const runner = new JobRunner(db, { pollMs: 60_000, ...options });
  await runner.start();
  runners.push(runner);
  return runner;
}

test("a job runs soon after its transaction commits, without waiting for a poll", async () => {
  const seen: string[] = [];
  const runner = await aRunner();
  runner.work("deliver-mail", async ({ messageId }) => void seen.push(messageId));
  await db.transaction().execute((tx) => enqueue(tx, "deliver-mail", mail("first")));
  await vi.waitFor(() => expect(seen).toEqual(["first"]));
});

test("a job of a transaction that is rolled back never runs", async () => {
  const seen: string[] = [];
  await db
    .transaction()
    .execute(async (tx) => {
      await enqueue(tx, "deliver-mail", mail("undone"));
      throw new Error("no");
    })
    .catch(() => undefined);
  await db.transaction().execute((tx) => enqueue(tx, "deliver-mail", mail("kept")));
  const runner = await aRunner();
  runner.work("deliver-mail", async ({ messageId }) => void seen.push(messageId));
  await vi.waitFor(() => expect(seen).toEqual(["kept"]));
});

test("two runners share the jobs and each job runs once", async () => {
  const seen: string[] = [];
  const names = Array.from({ length: 30 }, (_, index) => `m${index}`);
  await db.transaction().execute(async (tx) => {
    for (const name of names) await enqueue(tx, "deliver-mail", mail(name));
  });
  for (const runner of [await aRunner(), await aRunner()])
    runner.work("deliver-mail", async ({ messageId }) => void seen.push(messageId), 4);
  await vi.waitFor(() => expect(seen.length).toBe(30));
  expect([...new Set(seen)].sort()).toEqual([...names].sort());
});

test("a job that fails is tried again, and is told which try it is", async () => {
  const tries: number[] = [];
  const errors: unknown[] = [];
  const runner = await aRunner({ pollMs: 500, onError: (error) => errors.push(error) });
  await db.transaction().execute((tx) => enqueue(tx, "sweep-files", {}));
  await db
    .updateTable("pgboss.job" as never)
    .set({ retryDelay: 1 } as never)
    .execute();
  runner.work("sweep-files", async (_data, attempt) => {
    tries.push(attempt.number);
    if (attempt.number === 1) throw new Error("the disk is full");
  });
  await vi.waitFor(() => expect(tries).toEqual([1, 2]), { timeout: 8_000 });
  expect(errors).toHaveLength(1);
});

test("stopping waits for the job that is being run", async () => {
  let done = false;
  const runner = await aRunner();
  let begun = () => undefined as void;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  runner.work("deliver-mail", async () => {
    begun();
    await new Promise((resolve) => setTimeout(resolve, 200));
    done = true;
  });
  await db.transaction().execute((tx) => enqueue(tx, "deliver-mail", mail("slow")));
  await hasBegun;
  await stopAll();
  expect(done).toBe(true);
});

test("stopping does not wait for ever", async () => {
  const runner = await aRunner();
  let begun = () => undefined as void;
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  let release = () => undefined as void;
  const endless = new Promise<void>((resolve) => (release = resolve));
  runner.work("deliver-mail", () => (begun(), endless));
  await db.transaction().execute((tx) => enqueue(tx, "deliver-mail", mail("endless")));
  await hasBegun;
  await runner.stop(50);
  release();
});

test("a scheduled job is there once, however many processes ask for it", async () => {
  let runs = 0;
  const [one, two] = [await aRunner(), await aRunner()];
  for (const runner of [one, two]) {
    runner.schedule("make-previews", 3600);
    runner.work("make-previews", async () => void runs++);
  }
  await new Promise((resolve) => setTimeout(resolve, 400));
  await db.transaction().execute((tx) => enqueue(tx, "make-previews", { districtId: "d", fileId: "f" }));
  await vi.waitFor(() => expect(runs).toBe(2));
});

test("queues can be installed again and again, and by two at once", async () => {
  await Promise.all([installQueues(db), installQueues(db)]);
});
