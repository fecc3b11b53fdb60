import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { listChildren } from "./child-card.queries.ts";
import { listNotes, markNotesRead } from "./family-note.queries.ts";
import { nextStep } from "./next-step.ts";
import {
  ConferenceParams,
  FamilyNotes,
  NewNote,
  Review,
  ReviewList,
  StudentParams,
} from "./review.contract.ts";
import { readReview } from "./review.queries.ts";
import { writeNote } from "./write-note.ts";

/** What families see and answer afterwards. */
export const reviewRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/review",
    { config: { access: "signed-in" }, schema: { response: { 200: ReviewList } } },
    async ({ actor }) => {
      const children = await listChildren(db, actor);
      return { children: children.map((child) => ({ ...child, next: nextStep(child, actor.now) })) };
    },
  );

  app.get(
    "/conferences/:conferenceId/review",
    { config: { access: "review.read" }, schema: { params: ConferenceParams, response: { 200: Review } } },
    async ({ actor, params }) => {
      const review = await readReview(db, actor, params.conferenceId);
      const notes = await listNotes(db, actor, review.student.id);
      return { ...review, notes: notes.filter((note) => note.conferenceId === review.conferenceId) };
    },
  );

  app.post(
    "/conferences/:conferenceId/notes",
    {
      config: { access: "review.read" },
      schema: { params: ConferenceParams, body: NewNote, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => writeNote(tx, actor, params.conferenceId, body));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/students/:studentId/notes",
    {
      config: { access: "family-note.list" },
      schema: { params: StudentParams, response: { 200: FamilyNotes } },
    },
    async ({ actor, params }) => ({ notes: await listNotes(db, actor, params.studentId) }),
  );

  app.put(
    "/notes/read",
    { config: { access: "student" }, schema: { response: { 204: Nothing } } },
    async ({ actor }, reply) => {
      await db.transaction().execute((tx) => markNotesRead(tx, actor));
      return reply.code(204).send(null);
    },
  );
};
