const place = "lectern.kept-account";

/** Whose meeting this device can open without network; none on most devices. */
export function keptAccount(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null; // storage may be closed to us
  }
}

/** Notes whose meeting lies on this device; null when nobody's does any more. */
export function noteKeptAccount(account: string | null): void {
  try {
    if (account === null) localStorage.removeItem(place);
    else localStorage.setItem(place, account);
  } catch {
    // without it nothing opens without network, and nothing else is lost
  }
}
