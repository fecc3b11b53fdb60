/** The embedded PostgreSQL cannot run here; the message is one sentence for the person who started it. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

/** Another Lectern that is still running holds this data folder. */
export class AlreadyRunning extends CannotStart {
  override name = "AlreadyRunning";
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(
      `Lectern is already running with the data folder ${dataDir} (process ${pid}): use that one, or set DATA_DIR to another folder.`,
    );
    this.pid = pid;
  }
}
