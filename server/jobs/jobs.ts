/** Every job, with what it needs to know; the names are the queues. */
export interface Jobs {
  "make-previews": { districtId: string; fileId: string };
  /** `pictureKey` is where the picture lies that came for the film. */
  "make-poster": { districtId: string; fileId: string; pictureKey: string };
  "scan-file": { districtId: string; fileId: string };
  "scan-waiting": Record<string, never>;
  "check-contents": Record<string, never>;
  "make-bundle": { districtId: string; bundleId: string };
  "deliver-mail": { districtId: string; messageId: string };
  "sweep-files": Record<string, never>;
  "remind-follow-up": Record<string, never>;
  "remind-coming": Record<string, never>;
  "tell-of-age": Record<string, never>;
}
export type JobName = keyof Jobs;

interface Patience {
  /** Tries after the first. */
  readonly retryLimit: number;
  /** Seconds before the first retry; each further pause is about twice as long. */
  readonly retryDelay: number;
  /** Seconds after which a job counts as lost with its process and is given to another. */
  readonly expireInSeconds: number;
}

/** How patient we are with each job. */
export const patience: Record<JobName, Patience> = {
  "make-previews": { retryLimit: 3, retryDelay: 10, expireInSeconds: 300 },
  "make-poster": { retryLimit: 3, retryDelay: 10, expireInSeconds: 300 },
  // Who gets no verdict now is asked about again every minute.
  "scan-file": { retryLimit: 1, retryDelay: 5, expireInSeconds: 300 },
  "scan-waiting": { retryLimit: 0, retryDelay: 60, expireInSeconds: 1800 },
  "check-contents": { retryLimit: 2, retryDelay: 60, expireInSeconds: 3000 },
  // About two hours of trying: a mail server's bad evening, not its bad week.
  "deliver-mail": { retryLimit: 8, retryDelay: 20, expireInSeconds: 90 },
  "make-bundle": { retryLimit: 2, retryDelay: 10, expireInSeconds: 1800 },
  "remind-coming": { retryLimit: 2, retryDelay: 60, expireInSeconds: 900 },
  "remind-follow-up": { retryLimit: 2, retryDelay: 60, expireInSeconds: 900 },
  "sweep-files": { retryLimit: 2, retryDelay: 60, expireInSeconds: 900 },
  "tell-of-age": { retryLimit: 2, retryDelay: 60, expireInSeconds: 300 },
};

export const jobNames = Object.keys(patience) as JobName[];
