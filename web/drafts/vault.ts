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

const store = "drafts";

/** The browser's own database; survives reloads, is cleared by signing out. */
export async function openVault(): Promise<Vault> {
  const database = await open();
  const run = <T>(mode: IDBTransactionMode, ask: (drafts: IDBObjectStore) => IDBRequest<T>) =>
    answer(ask(database.transaction(store, mode).objectStore(store)));
  return {
    put: async (kept) => void (await run("readwrite", (drafts) => drafts.put(kept))),
    get: (id) => run("readonly", (drafts) => drafts.get(id) as IDBRequest<Kept | undefined>),
    list: (account) =>
      run("readonly", (drafts) => drafts.index("account").getAll(account) as IDBRequest<Kept[]>),
    remove: async (id) => void (await run("readwrite", (drafts) => drafts.delete(id))),
    empty: async () => void (await run("readwrite", (drafts) => drafts.clear())),
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

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("lectern", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(store, { keyPath: "id" }).createIndex("account", "account");
  };
  return answer(request);
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
