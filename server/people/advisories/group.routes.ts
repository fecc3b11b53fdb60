import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { changeAdvisory, formAdvisory } from "./form-advisory.ts";
import {
  AdviserChange,
  AdvisoryAdviserParams,
  AdvisoryChange,
  AdvisoryParams,
  Group,
  GroupList,
  NewAdviser,
  NewAdvisory,
} from "./group.contract.ts";
import { listGroups, readGroup } from "./group.queries.ts";
import { endLeading, leadAdvisory } from "./lead-advisory.ts";

/** Advisories: their names and rooms, who leads them. */
export const groupRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/advisories",
    { config: { access: "people.read" }, schema: { response: { 200: GroupList } } },
    async ({ actor }) => ({ advisories: await listGroups(db, actor) }),
  );

  app.post(
    "/advisories",
    { config: { access: "people.keep" }, schema: { body: NewAdvisory, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => formAdvisory(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/advisories/:advisoryId",
    { config: { access: "advisory.see" }, schema: { params: AdvisoryParams, response: { 200: Group } } },
    async ({ actor, params }) => await readGroup(db, actor, params.advisoryId),
  );

  app.patch(
    "/advisories/:advisoryId",
    {
      config: { access: "advisory.keep" },
      schema: { params: AdvisoryParams, body: AdvisoryChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeAdvisory(tx, actor, params.advisoryId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/advisories/:advisoryId/advisers",
    {
      config: { access: "advisory.keep" },
      schema: { params: AdvisoryParams, body: NewAdviser, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => leadAdvisory(tx, actor, params.advisoryId, body));
      return reply.code(204).send(null);
    },
  );

  app.patch(
    "/advisories/:advisoryId/advisers/:personId",
    {
      config: { access: "advisory.keep" },
      schema: { params: AdvisoryAdviserParams, body: AdviserChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => endLeading(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );
};
