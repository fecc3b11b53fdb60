import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { readContent } from "#server/records/content/read-content.ts";
import { RecordParams } from "#server/records/record.contract.ts";
import { SchoolParams } from "#server/schools/school-file.contract.ts";
import { atHomePage } from "./at-home-page.ts";
import {
  AtHomeReply,
  ClassGuide,
  ClassGuideChange,
  ClassGuideParams,
  NewResource,
  ResourceParams,
  Resources,
} from "./at-home.contract.ts";
import { changeClassGuide } from "./change-class-guide.ts";
import { keepResource } from "./keep-resource.ts";
import { readClassGuide } from "./read-class-guide.ts";
import { forgetResource, listResources } from "./resource.queries.ts";

/** The page for home, an adviser's resources, and what a school says of its classes. */
export const atHomeRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/records/:recordId/at-home",
    { config: { access: "record.read" }, schema: { params: RecordParams, response: { 200: AtHomeReply } } },
    async ({ actor, params }) => {
      const { core } = await readContent(db, actor, params.recordId);
      return { page: atHomePage(core) ?? null, checkInOn: core.fields["nextCheckIn"]?.text ?? null };
    },
  );

  app.get(
    "/resources",
    { config: { access: "staff" }, schema: { response: { 200: Resources } } },
    async ({ actor }) => ({ resources: await listResources(db, actor) }),
  );

  app.post(
    "/resources",
    { config: { access: "staff" }, schema: { body: NewResource, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => keepResource(tx, actor, body));
      return await reply.code(201).send({ id });
    },
  );

  app.delete(
    "/resources/:resourceId",
    {
      config: { access: "resource.own" },
      schema: { params: ResourceParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await forgetResource(db, actor, params.resourceId);
      return await reply.code(204).send(null);
    },
  );

  app.get(
    "/schools/:schoolId/class-guide",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, response: { 200: ClassGuide } },
    },
    async ({ actor, params }) => await readClassGuide(db, actor, params.schoolId),
  );

  app.patch(
    "/schools/:schoolId/class-guide/:language",
    {
      config: { access: "school.administer" },
      schema: { params: ClassGuideParams, body: ClassGuideChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeClassGuide(tx, actor, params, body));
      return await reply.code(204).send(null);
    },
  );
};
