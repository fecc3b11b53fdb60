import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { listSchools } from "./account.queries.ts";
import { enterDemo, isAtHome, listDemoPeople } from "./demo-door.ts";
import { describeActor } from "./describe-actor.ts";
import { dropSession, keepSession, sessionTokenOf } from "./session-cookie.ts";
import {
  DemoSignIn,
  DraftKey,
  FirstSetUp,
  LanguageChoice,
  LinkOpening,
  LinkRequest,
  PasswordSignIn,
  SessionReply,
  SignInChoices,
} from "./session.contract.ts";
import { findActor } from "./session.queries.ts";
import { setUpFirstAdministrator } from "./set-up-first-administrator.ts";
import { mailSignInLink, openLink } from "./sign-in-with-link.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { checkThrottle, countTry } from "./throttle.ts";
import { hashOfToken } from "./tokens.ts";

interface Options {
  db: Db;
  now: () => Date;
  secureCookies: boolean;
}

/** Coming in and going out. */
export const signInRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db, now, secureCookies }) => {
  const welcome = (reply: FastifyReply, token: string) => {
    keepSession(reply, token, secureCookies);
    return reply.code(204).send(null);
  };

  app.get(
    "/session",
    { config: { access: "public" }, schema: { response: { 200: SessionReply } } },
    async (request) => {
      const token = sessionTokenOf(request);
      const actor = token === null ? null : await findActor(db, token, now());
      const demo = isAtHome(request) && (await listDemoPeople(db)).length > 0;
      return { actor: actor === null ? null : await describeActor(db, actor), demo };
    },
  );

  app.get(
    "/session/draft-key",
    { config: { access: "signed-in" }, schema: { response: { 200: DraftKey } } },
    async (request) => {
      const row = await db
        .selectFrom("session")
        .select("draftKey")
        .where("tokenHash", "=", hashOfToken(sessionTokenOf(request) ?? ""))
        .executeTakeFirstOrThrow();
      return { key: row.draftKey.toString("base64") };
    },
  );

  app.get(
    "/sign-in/choices",
    { config: { access: "public" }, schema: { response: { 200: SignInChoices } } },
    async (request) => {
      const people = isAtHome(request) ? await listDemoPeople(db) : [];
      const demoPeople = people.map(({ key, givenName, familyName }) => ({
        key,
        name: `${givenName} ${familyName}`,
        kind: `demo.${key}.kind`,
        line: `demo.${key}.line`,
      }));
      return { schools: await listSchools(db), demoPeople: demoPeople.length > 0 ? demoPeople : null };
    },
  );

  app.post(
    "/sign-in/password",
    { config: { access: "public" }, schema: { body: PasswordSignIn, response: { 204: Nothing } } },
    async ({ body, ip }, reply) => welcome(reply, await signInWithPassword(db, body, ip, now())),
  );

  app.post(
    "/sign-in/link",
    { config: { access: "public" }, schema: { body: LinkRequest, response: { 202: Nothing } } },
    async ({ body, ip }, reply) => {
      const buckets = [
        { kind: "link", value: body.email },
        { kind: "address", value: ip },
      ] as const;
      await checkThrottle(db, [...buckets], now());
      await countTry(db, [...buckets], now());
      await db.transaction().execute((tx) => mailSignInLink(tx, body.email, now()));
      return reply.code(202).send(null);
    },
  );

  app.post(
    "/sign-in/link/open",
    { config: { access: "public" }, schema: { body: LinkOpening, response: { 204: Nothing } } },
    async ({ body }, reply) =>
      welcome(reply, await db.transaction().execute((tx) => openLink(tx, body.token, now()))),
  );

  app.post(
    "/sign-in/demo",
    { config: { access: "public" }, schema: { body: DemoSignIn, response: { 204: Nothing } } },
    async (request, reply) => {
      const key = isAtHome(request) ? request.body.key : "";
      return welcome(reply, await db.transaction().execute((tx) => enterDemo(tx, key, now())));
    },
  );

  app.post(
    "/set-up",
    { config: { access: "public" }, schema: { body: FirstSetUp, response: { 204: Nothing } } },
    async ({ body }, reply) =>
      welcome(reply, await db.transaction().execute((tx) => setUpFirstAdministrator(tx, body, now()))),
  );

  app.post(
    "/sign-out",
    {
      config: { access: "public" },
      schema: { body: Type.Optional(Type.Null()), response: { 204: Nothing } },
    },
    async (request, reply) => {
      const token = sessionTokenOf(request);
      if (token !== null)
        await db.deleteFrom("session").where("tokenHash", "=", hashOfToken(token)).execute();
      dropSession(reply);
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/session/language",
    { config: { access: "signed-in" }, schema: { body: LanguageChoice, response: { 204: Nothing } } },
    async ({ actor, body }, reply) => {
      await db
        .updateTable("person")
        .set({ language: body.language })
        .where("districtId", "=", actor.districtId)
        .where("id", "=", actor.personId)
        .execute();
      return reply.code(204).send(null);
    },
  );
};
