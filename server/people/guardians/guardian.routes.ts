import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { changePerson } from "#server/people/change-person.ts";
import { guardianKeptBy } from "#server/people/person.access.ts";
import { PersonChange } from "#server/people/person.contract.ts";
import { StudentParams } from "#server/people/student.contract.ts";
import { addGuardian } from "./add-guardian.ts";
import { changeGuardianship } from "./change-guardianship.ts";
import { findKnownPeople } from "./find-known-people.ts";
import {
  GuardianParams,
  GuardianshipChange,
  GuardianshipParams,
  HouseholdChange,
  HouseholdParams,
  KnownPeople,
  KnownQuery,
  NewGuardianship,
  NewHousehold,
} from "./guardian.contract.ts";
import { listChildren } from "./guardian.queries.ts";
import { inviteGuardian } from "./invite-guardian.ts";
import { moveIntoNewHousehold, renameHousehold } from "./keep-household.ts";

const NoBody = Type.Optional(Type.Null());

/** Who answers for a student, what she may do, and where she lives. */
export const guardianRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/known-people",
    {
      config: { access: "people.keep" },
      schema: { querystring: KnownQuery, response: { 200: KnownPeople } },
    },
    async ({ actor, query }) => ({ people: await findKnownPeople(db, actor, query.search) }),
  );

  app.post(
    "/students/:studentId/guardians",
    {
      config: { access: "student.keep" },
      schema: { params: StudentParams, body: NewGuardianship, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => addGuardian(tx, actor, params.studentId, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/students/:studentId/guardians/:guardianId",
    {
      config: { access: "student.keep" },
      schema: { params: GuardianshipParams, body: GuardianshipChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeGuardianship(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/students/:studentId/guardians/:guardianId/household",
    {
      config: { access: "student.keep" },
      schema: { params: GuardianshipParams, body: NewHousehold, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => moveIntoNewHousehold(tx, actor, params, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/households/:householdId",
    {
      config: { access: "people.keep" },
      schema: { params: HouseholdParams, body: HouseholdChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => renameHousehold(tx, actor, params.householdId, body));
      return reply.code(204).send(null);
    },
  );

  app.patch(
    "/guardians/:guardianId",
    {
      config: { access: "guardian.keep" },
      schema: { params: GuardianParams, body: PersonChange, response: { 204: Nothing } },
    },
    async ({ actor, params: { guardianId }, body }, reply) => {
      await db.transaction().execute(async (tx) => {
        const children = await listChildren(tx, actor, guardianId);
        const studentIds = children.map((child) => child.studentId);
        const rule = guardianKeptBy(actor);
        await changePerson(tx, actor, { personId: guardianId, rule, kind: "guardian", studentIds }, body);
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/guardians/:guardianId/invitation",
    {
      config: { access: "guardian.keep" },
      schema: { params: GuardianParams, body: NoBody, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => inviteGuardian(tx, actor, params.guardianId));
      return reply.code(204).send(null);
    },
  );
};
