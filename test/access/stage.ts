import type { FastifyInstance } from "fastify";
import { buildApp } from "#server/app.ts";
import type { Db } from "#server/database/connect.ts";
import { freshDatabase, type TestDatabase } from "#test/support/database.ts";
import { surroundings } from "#test/support/lectern.ts";
import { ask, circleOf, signEveryoneIn, type Answer, type Asked, type Cookies } from "./ask.ts";
import { bringCast, type Cast, type Circle, type Kind } from "./cast.ts";
import { openRollingBack, type RollingBack } from "./rolling-back.ts";
import { requestOf, type Row } from "./row.ts";
import { bringStrangers } from "./things/strangers.ts";
import { bringThings, type Things } from "./things.ts";

/** The cast, their things and an app in which every request is taken back. */
export interface Stage {
  readonly app: FastifyInstance;
  readonly cast: Cast;
  readonly database: TestDatabase;
  /** Asks what a row asks, as one kind of person, about the student she belongs to. */
  play(row: Row, kind: Kind): Promise<Answer>;
  request(row: Row, kind: Kind): Asked;
  /** Asks anything at all. */
  say(kind: Kind, asked: Asked): Promise<Answer>;
  things(around: Circle): Things;
  /** Asks, and looks at what a refusal left in the database before it is taken back; undefined where nobody said anything to it. */
  inspect(kind: Kind, asked: Asked, look: () => Promise<string>): Promise<Answer & { after?: string }>;
  /** The database the app writes to, on the connection whose changes are taken back. */
  readonly db: Db;
  close(): Promise<void>;
}

type BuildApp = typeof buildApp;

/** Sets the stage; a mutated application may be handed in. */
export async function setStage(build: BuildApp = buildApp): Promise<Stage> {
  const database = await freshDatabase();
  const cast = await bringCast(database.db);
  const rolling: RollingBack = openRollingBack(database.address);
  const outside = surroundings(rolling.db);
  const [minorThings, adultThings] = [
    await bringThings(database.db, outside.files, cast.minor, "2026-11-13T01:40:00Z"),
    await bringThings(database.db, outside.files, cast.adult, "2026-11-13T02:20:00Z"),
  ];
  await bringStrangers(database.db, cast.minor.school);
  const cookies: Cookies = await signEveryoneIn(database.db, cast);
  const app = await build(outside);

  const things = (around: Circle): Things => (around === cast.adult ? adultThings : minorThings);
  const request = (row: Row, kind: Kind): Asked =>
    requestOf(row, circleOf(cast, kind), things(circleOf(cast, kind)));
  const say = async (kind: Kind, asked: Asked): Promise<Answer> =>
    await rolling.tryOut(() => ask(app, cookies[kind], asked));

  const inspect = async (kind: Kind, asked: Asked, look: () => Promise<string>) =>
    await rolling.tryOut(async () => {
      const answer = await ask(app, cookies[kind], asked);
      const isToLookAt = answer.status >= 400 && rolling.isTouched();
      return isToLookAt ? { ...answer, after: await look() } : answer;
    });

  async function close(): Promise<void> {
    await app.close();
    await rolling.db.destroy();
    await database.drop();
  }
  return {
    app,
    db: rolling.db,
    inspect,
    cast,
    database,
    things,
    request,
    say,
    play: (row, kind) => say(kind, request(row, kind)),
    close,
  };
}

/** Every route the API describes, as the table writes it. */
export async function routesOf({ app }: Stage): Promise<string[]> {
  const { paths } = (await app.inject("/api/openapi.json")).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
  );
}
