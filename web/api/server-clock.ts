let ahead = 0;

/** Notes what the server's clock said in an answer; its header tells whole seconds. */
export function noteServerDate(said: string | null): void {
  const at = said === null ? NaN : Date.parse(said);
  if (!Number.isNaN(at)) ahead = at + 500 - Date.now();
}

/** How far the server's clock was ahead of this device's when it last answered, in milliseconds. */
export const clockAhead = (): number => ahead;

/** Takes over what an earlier page of this device measured. */
export function setClockAhead(measured: number): void {
  ahead = measured;
}

/** The time now as the server would say it, however wrong this device's clock is. */
export const serverNow = (): Date => new Date(Date.now() + ahead);
