import type { FastifyInstance } from "fastify";
import { openSession } from "#server/sign-in/open-session.ts";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import { kinds, type Cast, type Circle, type Kind } from "./cast.ts";

/** One request of the matrix. */
export interface Asked {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly type: string;
}

export type Cookies = Record<Kind, string>;

/** Signs everybody in, once. */
export async function signEveryoneIn(db: Db, { people }: Cast): Promise<Cookies> {
  const cookies = { nobody: "" } as Cookies;
  for (const kind of kinds) {
    if (kind === "nobody") continue;
    const token = await db.transaction().execute((tx) => openSession(tx, people[kind], conferenceNight));
    cookies[kind] = `lectern-session=${token}`;
  }
  return cookies;
}

/** Asks the app as somebody. */
export async function ask(
  app: FastifyInstance,
  cookie: string,
  { method, url, body, headers = {} }: Asked,
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url,
    headers: { ...headers, ...(cookie === "" ? {} : { cookie }) },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  return {
    status: answer.statusCode,
    text: answer.payload,
    type: String(answer.headers["content-type"] ?? ""),
  };
}

/** The student a person's request is about: those around the student of 18 ask about her. */
export const circleOf = ({ minor, adult }: Cast, kind: Kind): Circle =>
  kind === "student at 18" || kind === "guardian of an 18-year-old" ? adult : minor;
