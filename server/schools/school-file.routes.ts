import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { changeSchool, changeSchoolYear, openSchool, openSchoolYear } from "./keep-school.ts";
import { readChecklist } from "./read-checklist.ts";
import {
  Checklist,
  NewSchool,
  NewSchoolYear,
  SchoolChange,
  SchoolFiles,
  SchoolParams,
  SchoolYearChange,
  SchoolYearParams,
} from "./school-file.contract.ts";
import { listSchoolFiles } from "./school-file.queries.ts";

/** A school's facts and years, and how far it is from an open season. */
export const schoolFileRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/schools",
    { config: { access: "people.read" }, schema: { response: { 200: SchoolFiles } } },
    async ({ actor }) => await listSchoolFiles(db, actor),
  );

  app.post(
    "/schools",
    { config: { access: "district.keep" }, schema: { body: NewSchool, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => openSchool(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/schools/:schoolId/checklist",
    { config: { access: "school.keep" }, schema: { params: SchoolParams, response: { 200: Checklist } } },
    async ({ actor, params }) => await readChecklist(db, actor, params.schoolId),
  );

  app.patch(
    "/schools/:schoolId",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, body: SchoolChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeSchool(tx, actor, params.schoolId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/schools/:schoolId/years",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, body: NewSchoolYear, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => openSchoolYear(tx, actor, params.schoolId, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/school-years/:schoolYearId",
    {
      config: { access: "staff.keep" },
      schema: { params: SchoolYearParams, body: SchoolYearChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeSchoolYear(tx, actor, params.schoolYearId, body));
      return reply.code(204).send(null);
    },
  );
};
