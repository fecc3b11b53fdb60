import type { FastifyRequest } from "fastify";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { openSession } from "./open-session.ts";

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** The demo's one-click door opens only from this very machine; a forwarded request came from somewhere else. */
export const isAtHome = (request: FastifyRequest): boolean =>
  loopback.has(request.socket.remoteAddress ?? "") &&
  request.headers["x-forwarded-for"] === undefined &&
  request.headers.forwarded === undefined;

/** The people one may look around as, when the database is a demo. */
export async function listDemoPeople(db: Db | Tx) {
  return await db
    .selectFrom("demoPerson")
    .innerJoin("district", "district.id", "demoPerson.districtId")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "demoPerson.districtId")
        .onRef("person.id", "=", "demoPerson.personId"),
    )
    .select([
      "demoPerson.key",
      "person.id as personId",
      "person.districtId",
      "person.accountId",
      "person.givenName",
      "person.familyName",
    ])
    .where("district.isDemo", "=", true)
    .orderBy("demoPerson.position")
    .execute();
}

/** Opens a session as one of the demo school's people. */
export async function enterDemo(tx: Tx, key: string, now: Date): Promise<string> {
  const person = (await listDemoPeople(tx)).find((each) => each.key === key);
  if (!person?.accountId) throw new NotFound("demo person");
  return await openSession(
    tx,
    { accountId: person.accountId, districtId: person.districtId, personId: person.personId },
    now,
  );
}
