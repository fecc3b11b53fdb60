import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { readReflections } from "#server/reflections/read-reflections.ts";
import { addVersion } from "./add-version.ts";
import { addWorkSample } from "./add-work-sample.ts";
import { archiveWorkSample } from "./archive-work-sample.ts";
import { describeShelf, describeWorkSample } from "./describe-work-sample.ts";
import { editWorkSample } from "./edit-work-sample.ts";
import {
  AddedVersion,
  NewVersion,
  NewWorkSample,
  Shelf,
  ShelfParams,
  ShelfQuery,
  WorkSample,
  WorkSampleEdit,
  WorkSampleParams,
} from "./work-sample.contract.ts";

/** The shelf of work and its pieces. */
export const workSampleRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/work-samples",
    {
      config: { access: "work-sample.list" },
      schema: { params: ShelfParams, querystring: ShelfQuery, response: { 200: Shelf } },
    },
    async ({ actor, params, query }) => await describeShelf(db, actor, params.studentId, query),
  );

  app.post(
    "/work-samples",
    {
      config: { access: "work-sample.add" },
      schema: { body: NewWorkSample, response: { 201: AddedVersion } },
    },
    async ({ actor, body }, reply) => {
      const added = await db.transaction().execute((tx) => addWorkSample(tx, actor, body));
      return reply.code(201).send(added);
    },
  );

  app.get(
    "/work-samples/:workSampleId",
    {
      config: { access: "work-sample.read" },
      schema: { params: WorkSampleParams, response: { 200: WorkSample } },
    },
    async ({ actor, params }) => {
      const piece = await describeWorkSample(db, actor, params.workSampleId);
      return { ...piece, reflections: await readReflections(db, actor, params.workSampleId) };
    },
  );

  app.patch(
    "/work-samples/:workSampleId",
    {
      config: { access: "work-sample.edit" },
      schema: { params: WorkSampleParams, body: WorkSampleEdit, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => editWorkSample(tx, actor, params.workSampleId, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/work-samples/:workSampleId",
    {
      config: { access: "work-sample.edit" },
      schema: { params: WorkSampleParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => archiveWorkSample(tx, actor, params.workSampleId));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/work-samples/:workSampleId/versions",
    {
      config: { access: "work-sample.edit" },
      schema: { params: WorkSampleParams, body: NewVersion, response: { 201: AddedVersion } },
    },
    async ({ actor, params, body }, reply) => {
      const added = await db.transaction().execute((tx) => addVersion(tx, actor, params.workSampleId, body));
      return reply.code(201).send(added);
    },
  );
};
