import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { answerProposal } from "./answer-proposal.ts";
import { changeConsent } from "./change-consent.ts";
import { closeItem, openItem } from "./choose-items.ts";
import { endMentorship } from "./end-mentorship.ts";
import {
  ChoosableItems,
  ConsentChange,
  MentorItemParams,
  MentorParams,
  MentorshipEnd,
  MentorsOf,
  NewProposal,
  ProposalAnswer,
  ProposalParams,
  StudentParams,
} from "./mentor.contract.ts";
import { listChoosable } from "./mentor.queries.ts";
import { proposeMentor, withdrawProposal } from "./propose-mentor.ts";
import { readMentors } from "./read-mentors.ts";

/** Who is at a student's side: asked for, answered, consented to, ended. */
export const mentorRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/mentors",
    { config: { access: "mentor.list" }, schema: { params: StudentParams, response: { 200: MentorsOf } } },
    ({ actor, params }) => readMentors(db, actor, params.studentId),
  );

  app.post(
    "/students/:studentId/mentor-proposals",
    {
      config: { access: "mentor.propose" },
      schema: { params: StudentParams, body: NewProposal, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => proposeMentor(tx, actor, params.studentId, body));
      return reply.code(201).send({ id });
    },
  );

  app.delete(
    "/mentor-proposals/:proposalId",
    {
      config: { access: "mentor-proposal.withdraw" },
      schema: { params: ProposalParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => withdrawProposal(tx, actor, params.proposalId));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/mentor-proposals/:proposalId/answer",
    {
      config: { access: "mentor-proposal.answer" },
      schema: { params: ProposalParams, body: ProposalAnswer, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => answerProposal(tx, actor, params.proposalId, body));
      return reply.code(204).send(null);
    },
  );

  app.patch(
    "/students/:studentId/mentors/:mentorId",
    {
      config: { access: "mentor.consent" },
      schema: { params: MentorParams, body: ConsentChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeConsent(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/students/:studentId/mentors/:mentorId/end",
    {
      config: { access: "mentor.end" },
      schema: { params: MentorParams, body: MentorshipEnd, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => endMentorship(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/students/:studentId/mentors/:mentorId/items",
    {
      config: { access: "mentor.propose" },
      schema: { params: MentorParams, response: { 200: ChoosableItems } },
    },
    async ({ actor, params }) => ({ items: await listChoosable(db, actor, params) }),
  );

  app.put(
    "/students/:studentId/mentors/:mentorId/items/:itemId",
    {
      config: { access: "mentor.propose" },
      schema: { params: MentorItemParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => openItem(tx, actor, params, params.itemId));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/students/:studentId/mentors/:mentorId/items/:itemId",
    {
      config: { access: "mentor.propose" },
      schema: { params: MentorItemParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => closeItem(tx, actor, params, params.itemId));
      return reply.code(204).send(null);
    },
  );
};
