import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { enterWithCode, mailCode } from "./enter-with-code.ts";
import { CodeEntry, CodeRequest } from "./mentor-door.contract.ts";
import { keepSession } from "./session-cookie.ts";
import { checkThrottle, countTry, type Bucket } from "./throttle.ts";

interface Options {
  db: Db;
  now: () => Date;
  secureCookies: boolean;
}

/** A mentor's way in: her link, and a code mailed to the address that was invited. */
export const mentorDoorRoutes: FastifyPluginAsyncTypebox<Options> = async (
  app,
  { db, now, secureCookies },
) => {
  async function countTo(kind: Bucket["kind"], token: string, ip: string): Promise<void> {
    const buckets: Bucket[] = [
      { kind, value: `mentor ${token}` },
      { kind: "address", value: ip },
    ];
    await checkThrottle(db, buckets, now());
    await countTry(db, buckets, now());
  }

  app.post(
    "/sign-in/mentor/code",
    { config: { access: "public" }, schema: { body: CodeRequest, response: { 202: Nothing } } },
    async ({ body, ip }, reply) => {
      await countTo("link", body.token, ip);
      await db.transaction().execute((tx) => mailCode(tx, body.token, now()));
      return reply.code(202).send(null);
    },
  );

  app.post(
    "/sign-in/mentor/open",
    { config: { access: "public" }, schema: { body: CodeEntry, response: { 204: Nothing } } },
    async ({ body, ip }, reply) => {
      await countTo("name", body.token, ip);
      keepSession(reply, await enterWithCode(db, body, now()), secureCookies);
      return reply.code(204).send(null);
    },
  );
};
