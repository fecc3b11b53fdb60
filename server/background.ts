import type { Db } from "#server/database/connect.ts";
import { remindFollowUp } from "#server/follow-up/remind.ts";
import { remindComing } from "#server/participants/remind-coming.ts";
import { tellOfAge } from "#server/consents/tell-of-age.ts";
import { giveUpPreviews, makePoster, makePreviews } from "#server/files/previews/make-previews.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { checkContents } from "#server/files/care/check-contents.ts";
import { scanFile, scanWaiting } from "#server/files/scanning/scan-file.ts";
import type { Scanner } from "#server/files/scanning/scanner.ts";
import { sweepFiles } from "#server/files/sweep-files.ts";
import { expireBundles } from "#server/records/bundles/expire-bundles.ts";
import { failBundle, makeBundle } from "#server/records/bundles/make-bundle.ts";
import { expireUploads } from "#server/uploads/expire-uploads.ts";
import { JobRunner } from "#server/jobs/job-runner.ts";
import { deliverMessage } from "#server/messages/deliver-message.ts";
import type { MailServer } from "#server/messages/mail-server.ts";

/** What the work behind the requests needs from outside. */
export interface BackgroundSurroundings {
  readonly db: Db;
  readonly files: Storage;
  readonly now: () => Date;
  readonly baseUrl: string;
  /** Null keeps mail in the outbox. */
  readonly mailServer: MailServer | null;
  /** Null looks at no file; what waits already goes on waiting. */
  readonly scanner: Scanner | null;
  readonly onJobError?: (error: unknown, job: string) => void;
}

/** What is read of the store in an hour to compare it with what was taken in: a thousand students of 2 GB in a month. */
const checkedAnHour = 4 * 1024 ** 3;

/** Starts the jobs, in the order of the features; any number of processes may. */
export async function startBackground(surroundings: BackgroundSurroundings): Promise<JobRunner> {
  const { db, files, now, onJobError } = surroundings;
  const runner = new JobRunner(db, onJobError ? { onError: onJobError } : {});
  await runner.start();
  runner.work("make-previews", async (data, { isLast }) => {
    try {
      await makePreviews(db, files, data);
    } catch (error) {
      if (isLast) await giveUpPreviews(db, data);
      throw error;
    }
  });
  runner.work("make-poster", async (data, { isLast }) => {
    try {
      await makePoster(db, files, data);
    } catch (error) {
      if (isLast) await giveUpPreviews(db, data);
      throw error;
    }
  });
  scanFiles(runner, surroundings);
  runner.work("check-contents", () => checkContents({ db, files }, now(), checkedAnHour));
  runner.schedule("check-contents", 3600);
  runner.work("make-bundle", async (data, { isLast }) => {
    try {
      await makeBundle(surroundings, data);
    } catch (error) {
      if (isLast) await failBundle(db, data);
      throw error;
    }
  });
  runner.work("deliver-mail", (data, { isLast }) => deliverMessage(surroundings, data, isLast), 4);
  runner.work("tell-of-age", () => tellOfAge(db, now()));
  runner.schedule("tell-of-age", 6 * 3600);
  runner.work("sweep-files", async () => {
    await expireBundles(db, files, now());
    await expireUploads(db, files, now());
    await sweepFiles(db, files, now());
  });
  runner.schedule("sweep-files", 3600);
  runner.work("remind-follow-up", async () => void (await remindFollowUp(db, now())));
  runner.schedule("remind-follow-up", 3600);
  runner.work("remind-coming", () => remindComing(db, now()));
  runner.schedule("remind-coming", 3600);
  return runner;
}

/** Four at once, so that a film of one student does not keep another's photo waiting. */
function scanFiles(runner: JobRunner, { db, files, scanner }: BackgroundSurroundings): void {
  if (scanner === null) return;
  const place = { db, files, scanner };
  runner.work("scan-file", (data) => scanFile(place, data), 4);
  runner.work("scan-waiting", () => scanWaiting(place));
  runner.schedule("scan-waiting", 60);
}
