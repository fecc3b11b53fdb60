import { answer, openDatabase } from "./vault.ts";

/** As long as the server lets a session be silent: this device opens no longer what the server would not. */
const idle = 2 * 3_600_000;

interface DeviceKey {
  account: string;
  key: CryptoKey;
  /** When it was last used here. */
  at: number;
}

const run = async <T>(mode: IDBTransactionMode, ask: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  answer(ask((await openDatabase()).transaction("keys", mode).objectStore("keys")));

/** Keeps an account's key on this device; the browser uses it, and nobody can read it out. */
export async function keepKey(account: string, key: CryptoKey, now = Date.now()): Promise<void> {
  const one: DeviceKey = { account, key, at: now };
  await run("readwrite", (keys) => keys.put(one));
}

/** The key of an account; none after two hours of silence. */
export async function findKey(account: string, now = Date.now()): Promise<CryptoKey | undefined> {
  const found = await run("readonly", (keys) => keys.get(account) as IDBRequest<DeviceKey | undefined>);
  if (found && now - found.at > idle) return void (await forgetKeys());
  return found?.key;
}

/** Forgets every key: what lies here encrypted stays closed until somebody signs in again. */
export async function forgetKeys(): Promise<void> {
  await run("readwrite", (keys) => keys.clear());
}
