import { AsyncLocalStorage } from "node:async_hooks";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, inject } from "vitest";
import { buildApp, type Surroundings } from "#server/app.ts";
import type { Db } from "#server/database/connect.ts";
import { FileStorage } from "#server/files/storage/file-storage.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { secretsFrom } from "#server/secrets/open-secrets.ts";
import { recordSigner } from "#server/secrets/sign-records.ts";
import { openSession } from "#server/sign-in/open-session.ts";
import { useFetch } from "#web/api/client.ts";
import { freshDatabase } from "./database.ts";
import type { Person } from "./people.ts";

/** The whole application on a database of its own, with a clock that tests set. */
export interface Lectern {
  readonly app: FastifyInstance;
  readonly db: Db;
  /** Where uploads lie, in a folder that goes with the test. */
  readonly files: Storage;
  readonly filesFolder: string;
  /** What time it is; tests may move it. */
  now: Date;
  /** Runs what a signed-in person does in her browser: the web's own api functions reach the app. */
  as<T>(person: Person | null, act: () => Promise<T>): Promise<T>;
  /** The cookie of a session of hers. */
  cookieOf(person: Person): Promise<string>;
  close(): Promise<void>;
}

/** A Thursday evening in November, Pacific time, an hour before the conferences. */
export const conferenceNight = new Date("2026-11-13T00:40:00Z");

const acting = new AsyncLocalStorage<{ app: FastifyInstance; cookie: string | null }>();

let folders = 0;

/** A folder for uploads, made when the first one comes and gone with the tests. */
const newFilesFolder = () => join(inject("scratch"), `files-${process.pid}-${++folders}`);

/** Signs records in every test with the same key. */
export const signer = recordSigner(secretsFrom(Buffer.alloc(32, 7)));

/** What the application needs from outside, for a test: a clock that stands still, no log. */
export const surroundings = (
  db: Db,
  now: () => Date = () => conferenceNight,
  filesFolder = newFilesFolder(),
): Surroundings => ({
  db,
  files: new FileStorage(filesFolder),
  scanner: null,
  signer,
  now,
  baseUrl: "http://localhost",
  trustProxy: false,
  logLevel: "silent",
});

/** Opens the application for one test file, with whatever it needs otherwise than most. */
export async function openLectern(otherwise: Partial<Surroundings> = {}): Promise<Lectern> {
  const { db, drop } = await freshDatabase();
  const filesFolder = newFilesFolder();
  const files = new FileStorage(filesFolder);
  const cookies = new Map<string, string>();
  const lectern = { now: conferenceNight } as { -readonly [Key in keyof Lectern]: Lectern[Key] };
  const app = await buildApp({ ...surroundings(db, () => lectern.now, filesFolder), ...otherwise });
  const putBack = useFetch(sendToApp);

  async function cookieOf(person: Person): Promise<string> {
    const known = cookies.get(person.personId);
    if (known !== undefined) return known;
    const token = await db.transaction().execute((tx) => openSession(tx, person, lectern.now));
    cookies.set(person.personId, `lectern-session=${token}`);
    return `lectern-session=${token}`;
  }

  const as = async <T>(person: Person | null, act: () => Promise<T>): Promise<T> =>
    await acting.run({ app, cookie: person === null ? null : await cookieOf(person) }, act);

  async function close(): Promise<void> {
    putBack();
    await app.close();
    await drop();
    await rm(filesFolder, { recursive: true, force: true });
  }

  return Object.assign(lectern, { app, db, files, filesFolder, as, cookieOf, close });
}

/** The application for every test of the calling file; ready once the tests run. */
export function useLectern(): Lectern {
  let open: Lectern | undefined;
  beforeAll(async () => void (open = await openLectern()));
  afterAll(async () => await open?.close());
  return new Proxy({} as Lectern, {
    get: (_, key) => Reflect.get(open ?? notYet(), key),
    set: (_, key, value) => Reflect.set(open ?? notYet(), key, value),
  });
}

const notYet = (): never => {
  throw new Error("The application opens in beforeAll; use it inside a test or a later beforeAll.");
};

/** A browser's fetch, answered by the app of whoever is acting. */
async function sendToApp(url: string, init: RequestInit): Promise<Response> {
  const who = acting.getStore();
  if (!who) throw new Error(`Nobody is acting; wrap the call of ${url} in as(person, …).`);
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(who.cookie === null ? {} : { cookie: who.cookie }),
  };
  const request: InjectOptions = { method: (init.method ?? "GET") as "GET", url, headers };
  if (init.body !== undefined && init.body !== null) request.payload = init.body as string;
  const answer = await who.app.inject(request);
  const body =
    answer.statusCode === 204 || answer.statusCode === 304 ? null : new Uint8Array(answer.rawPayload);
  return new Response(body, { status: answer.statusCode, headers: answer.headers as Record<string, string> });
}
