import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { changePerson } from "#server/people/change-person.ts";
import { colleagueKeptBy } from "#server/people/person.access.ts";
import { PersonChange } from "#server/people/person.contract.ts";
import { endRole } from "./end-role.ts";
import { addColleague, giveRole } from "./give-role.ts";
import { inviteColleague } from "./invite-colleague.ts";
import {
  ColleagueParams,
  NewColleague,
  NewRole,
  RoleChange,
  RoleParams,
  StaffList,
} from "./staff.contract.ts";
import { listStaff } from "./staff.queries.ts";

const NoBody = Type.Optional(Type.Null());

/** Who is employed, as what, and since when. */
export const staffRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/staff",
    { config: { access: "people.read" }, schema: { response: { 200: StaffList } } },
    async ({ actor }) => await listStaff(db, actor),
  );

  app.post(
    "/staff",
    { config: { access: "staff.keep" }, schema: { body: NewColleague, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => addColleague(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/staff/:colleagueId",
    {
      config: { access: "colleague.keep" },
      schema: { params: ColleagueParams, body: PersonChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      const held = {
        personId: params.colleagueId,
        rule: colleagueKeptBy(actor),
        kind: "staff",
        studentIds: [],
      } as const;
      await db.transaction().execute((tx) => changePerson(tx, actor, held, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/staff/:colleagueId/roles",
    {
      config: { access: "colleague.keep" },
      schema: { params: ColleagueParams, body: NewRole, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => giveRole(tx, actor, params.colleagueId, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/staff/:colleagueId/roles/:roleId",
    {
      config: { access: "colleague.keep" },
      schema: { params: RoleParams, body: RoleChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => endRole(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/staff/:colleagueId/invitation",
    {
      config: { access: "colleague.keep" },
      schema: { params: ColleagueParams, body: NoBody, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => inviteColleague(tx, actor, params.colleagueId));
      return reply.code(204).send(null);
    },
  );
};
