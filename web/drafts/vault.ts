/** One kept text: whose, where in the pages, when, and the text, already encrypted. */
export type Kept = {
  id: string;
  account: string;
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
};

/** Where kept texts lie: the browser's database, or memory where there is none. */
export type Vault = {
  put(kept: Kept): Promise<void>;
  get(id: string): Promise<Kept | undefined>;
  list(account: string): Promise<Kept[]>;
  remove(id: string): Promise<void>;
  empty(): Promise<void>;
};

/** Drafts have not reached the server; copies are of what it told. */
export type Store = "drafts" | "copies";
const byAccount: Store[] = ["drafts", "copies"];

/** The browser's own database; survives reloads, is cleared by signing out. */
export async function openVault(store: Store = "drafts"): Promise<Vault> {
  const database = await openDatabase();
  const run = <T>(mode: IDBTransactionMode, ask: (kept: IDBObjectStore) => IDBRequest<T>) =>
    answer(ask(database.transaction(store, mode).objectStore(store)));
  return {
    put: async (one) => void (await run("readwrite", (kept) => kept.put(one))),
    get: (id) => run("readonly", (kept) => kept.get(id) as IDBRequest<Kept | undefined>),
    list: (account) => run("readonly", (kept) => kept.index("account").getAll(account) as IDBRequest<Kept[]>),
    remove: async (id) => void (await run("readwrite", (kept) => kept.delete(id))),
    empty: async () => void (await run("readwrite", (kept) => kept.clear())),
  };
}

/** Lasts as long as the page: for browsers that keep nothing, and pages without encryption. */
export function memoryVault(): Vault {
  const kept = new Map<string, Kept>();
  return {
    put: async (one) => void kept.set(one.id, one),
    get: async (id) => kept.get(id),
    list: async (account) => [...kept.values()].filter((one) => one.account === account),
    remove: async (id) => void kept.delete(id),
    empty: async () => kept.clear(),
  };
}

let opened: Promise<IDBDatabase> | undefined;

/** The database of this site, opened once a page. */
export function openDatabase(): Promise<IDBDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("lectern", 2);
  request.onupgradeneeded = () => {
    const { result } = request;
    for (const store of byAccount)
      if (!result.objectStoreNames.contains(store))
        result.createObjectStore(store, { keyPath: "id" }).createIndex("account", "account");
    if (!result.objectStoreNames.contains("keys")) result.createObjectStore("keys", { keyPath: "account" });
  };
  const database = await answer(request);
  const close = () => {
    database.close();
    opened = undefined;
  };
  // A newer build in another tab, or signing out, needs it closed.
  database.onversionchange = close;
  database.onclose = close;
  return database;
}

/** The answer of a question to the database. */
export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
