import { setTimeout as sleep } from "node:timers/promises";
import type PgBoss from "pg-boss";
import type { Db } from "#server/database/connect.ts";
import { bossOn, through } from "./boss.ts";
import type { JobName, Jobs } from "./jobs.ts";
import { onWake } from "./wake.ts";

/** What a handler knows of the try it is making. */
export interface Attempt {
  readonly number: number;
  readonly isLast: boolean;
}
export type Handler<Name extends JobName> = (data: Jobs[Name], attempt: Attempt) => Promise<void>;

interface RunnerOptions {
  readonly pollMs?: number;
  readonly onError?: (error: unknown, job: string) => void;
}

/**
 * Claims jobs from the database and runs them; any number of processes may run one.
 * The loop is ours: pg-boss's own worker takes one batch a poll and lets a failed `complete` end the process.
 */
export class JobRunner {
  private readonly db: Db;
  private readonly boss: PgBoss;
  private readonly pollMs: number;
  private readonly onError: (error: unknown, job: string) => void;
  private readonly loops: Promise<void>[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly nudges = new Set<() => void>();
  private stopping = false;

  constructor(db: Db, { pollMs = 2_000, onError = () => undefined }: RunnerOptions = {}) {
    this.db = db;
    this.pollMs = pollMs;
    this.onError = onError;
    // Supervising returns jobs whose process died, and clears away old ones.
    this.boss = bossOn(through(db), { supervise: true, maintenanceIntervalSeconds: 30 });
    this.boss.on("error", (error) => onError(error, "supervision"));
  }

  async start(): Promise<void> {
    await this.boss.start();
  }

  /** Runs jobs of this name, at most `atOnce` together. */
  work<Name extends JobName>(name: Name, handler: Handler<Name>, atOnce = 1): void {
    this.loops.push(this.loop(name, handler, atOnce));
  }

  /** Runs a job of this name about every so many seconds, once among all processes. */
  schedule(name: JobName, seconds: number): void {
    const send = () =>
      void this.boss
        .send(name, {}, { singletonSeconds: seconds })
        .catch((error: unknown) => this.onError(error, name));
    send();
    this.timers.push(setInterval(send, Math.min(seconds, 3600) * 250).unref());
  }

  /** Takes no more jobs and waits a while for those being run; what is not done by then is given out again. */
  async stop(patienceMs = 5_000): Promise<void> {
    this.stopping = true;
    this.timers.forEach((timer) => clearInterval(timer));
    this.nudges.forEach((nudge) => nudge());
    await Promise.race([Promise.all(this.loops), sleep(patienceMs, null, { ref: false })]);
    await this.boss.stop({ graceful: false });
  }

  private async loop<Name extends JobName>(
    name: Name,
    handler: Handler<Name>,
    atOnce: number,
  ): Promise<void> {
    const pause = new Pause();
    const nudge = () => pause.end();
    this.nudges.add(nudge);
    const sleepOn = onWake(name, nudge);
    while (!this.stopping) {
      pause.begin();
      const jobs = await this.boss.fetch<Jobs[Name]>(name, { batchSize: atOnce, includeMetadata: true });
      await Promise.all(jobs.map((job) => this.run(name, job, handler)));
      // Never all queues of all processes at one moment: whoever saves then would wait for a connection.
      if (jobs.length === 0 && !this.stopping) await pause.lasts(this.pollMs * (0.5 + Math.random()));
    }
    sleepOn();
  }

  private async run<Name extends JobName>(
    name: Name,
    job: PgBoss.JobWithMetadata<Jobs[Name]>,
    handler: Handler<Name>,
  ): Promise<void> {
    try {
      await handler(job.data, { number: job.retryCount + 1, isLast: job.retryCount >= job.retryLimit });
      await this.boss.complete(name, job.id);
    } catch (error) {
      this.onError(error, name);
      const message = error instanceof Error ? error.message : String(error);
      // A database that is gone cannot hear this either; the job then expires and is given out again.
      await this.boss.fail(name, job.id, { message }).catch(() => undefined);
    }
  }
}

/** A wait that a nudge ends, even one that came while nobody waited yet. */
class Pause {
  private nudged = false;
  private wake: () => void = () => undefined;

  begin(): void {
    this.nudged = false;
  }

  end(): void {
    this.nudged = true;
    this.wake();
  }

  async lasts(ms: number): Promise<void> {
    if (this.nudged) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => (clearTimeout(timer), resolve());
    });
  }
}
