import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { arrangeConference } from "./arrange-conference.ts";
import { changeConference, tellChange } from "./change-conference.ts";
import {
  Conference,
  ConferenceChange,
  ConferenceList,
  ConferenceParams,
  Ending,
  FollowUp,
  Late,
  NewConference,
  NewContactAttempt,
  Told,
} from "./conference.contract.ts";
import { cancelConference, endConference, pauseConference } from "./end-conference.ts";
import { followUpConference } from "./follow-up.ts";
import { noteContactAttempt } from "./note-contact-attempt.ts";
import { listConferences, readConference } from "./read-conferences.ts";
import { startConference } from "./start-conference.ts";

/** Setting, reading and changing conferences. */
export const conferenceRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/conferences",
    { config: { access: "signed-in" }, schema: { response: { 200: ConferenceList } } },
    async ({ actor }) => await listConferences(db, actor),
  );

  app.post(
    "/conferences",
    { config: { access: "staff" }, schema: { body: NewConference, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => arrangeConference(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/conferences/:conferenceId",
    {
      config: { access: "conference.read" },
      schema: { params: ConferenceParams, response: { 200: Conference } },
    },
    async ({ actor, params }) => await readConference(db, actor, params.conferenceId),
  );

  app.patch(
    "/conferences/:conferenceId",
    {
      config: { access: "conference.arrange" },
      schema: { params: ConferenceParams, body: ConferenceChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeConference(tx, actor, params.conferenceId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/conferences/:conferenceId/contact-attempts",
    {
      config: { access: "conference.arrange" },
      schema: { params: ConferenceParams, body: NewContactAttempt, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db
        .transaction()
        .execute((tx) => noteContactAttempt(tx, actor, params.conferenceId, body));
      return reply.code(201).send({ id });
    },
  );

  await app.register(stateRoutes, { db });
  await app.register(afterwardsRoutes, { db });
};

const NoBody = Type.Optional(Type.Null());
const MaybeLate = Type.Optional(Type.Union([Late, Type.Null()]));

/** Telling people, and going on another day. */
const afterwardsRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.post(
    "/conferences/:conferenceId/notices",
    {
      config: { access: "conference.arrange" },
      schema: { params: ConferenceParams, body: NoBody, response: { 200: Told } },
    },
    async ({ actor, params }) => ({
      told: await db.transaction().execute((tx) => tellChange(tx, actor, params.conferenceId)),
    }),
  );

  app.post(
    "/conferences/:conferenceId/follow-up",
    {
      config: { access: "conference.arrange" },
      schema: { params: ConferenceParams, body: FollowUp, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db
        .transaction()
        .execute((tx) => followUpConference(tx, actor, params.conferenceId, body));
      return reply.code(201).send({ id });
    },
  );
};

/** Beginning, interrupting and ending a conference. */
const stateRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  const moves = { start: startConference, pause: pauseConference } as const;
  for (const [move, use] of Object.entries(moves))
    app.post(
      `/conferences/:conferenceId/${move}`,
      {
        config: { access: "conference.run" },
        schema: { params: ConferenceParams, body: MaybeLate, response: { 204: Nothing } },
      },
      async ({ actor, params, body }, reply) => {
        await db.transaction().execute(async (tx) => await use(tx, actor, params.conferenceId, body ?? {}));
        return reply.code(204).send(null);
      },
    );

  app.post(
    "/conferences/:conferenceId/end",
    {
      config: { access: "conference.run" },
      schema: { params: ConferenceParams, body: Ending, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => endConference(tx, actor, params.conferenceId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/conferences/:conferenceId/cancel",
    {
      config: { access: "conference.arrange" },
      schema: { params: ConferenceParams, body: NoBody, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => cancelConference(tx, actor, params.conferenceId));
      return reply.code(204).send(null);
    },
  );
};
