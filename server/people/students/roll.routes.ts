import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { changePerson } from "#server/people/change-person.ts";
import { keepsContactsOf } from "#server/people/person.access.ts";
import { PersonChange } from "#server/people/person.contract.ts";
import { StudentParams } from "#server/people/student.contract.ts";
import { changeEnrolment } from "./change-enrolment.ts";
import { enrolStudent } from "./enrol-student.ts";
import { letStudentIn } from "./let-student-in.ts";
import { moveStudent } from "./move-student.ts";
import { readStudentFile } from "./read-student-file.ts";
import {
  AdvisoryMove,
  EnrolmentChange,
  NewStudent,
  Roll,
  RollQuery,
  StudentSignIn,
} from "./roll.contract.ts";
import { listRoll } from "./roll.queries.ts";
import { StudentFile } from "./student-file.contract.ts";

/** The school's list of students, and what the office keeps about each. */
export const rollRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students",
    { config: { access: "people.read" }, schema: { querystring: RollQuery, response: { 200: Roll } } },
    async ({ actor, query }) => await listRoll(db, actor, query),
  );

  app.post(
    "/students",
    { config: { access: "people.keep" }, schema: { body: NewStudent, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => enrolStudent(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/students/:studentId/file",
    {
      config: { access: "student.contacts" },
      schema: { params: StudentParams, response: { 200: StudentFile } },
    },
    async ({ actor, params }) => await readStudentFile(db, actor, params.studentId),
  );

  await app.register(changes, { db });
};

/** Changing what is kept about one student. */
const changes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.patch(
    "/students/:studentId/person",
    {
      config: { access: "student.keep" },
      schema: { params: StudentParams, body: PersonChange, response: { 204: Nothing } },
    },
    async ({ actor, params: { studentId }, body }, reply) => {
      const rule = keepsContactsOf(actor, sql.ref("person.id"));
      const held = { personId: studentId, rule, kind: "student", studentIds: [studentId] } as const;
      await db.transaction().execute((tx) => changePerson(tx, actor, held, body));
      return reply.code(204).send(null);
    },
  );

  app.patch(
    "/students/:studentId/enrolment",
    {
      config: { access: "student.keep" },
      schema: { params: StudentParams, body: EnrolmentChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeEnrolment(tx, actor, params.studentId, body));
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/students/:studentId/advisory",
    {
      config: { access: "student.keep" },
      schema: { params: StudentParams, body: AdvisoryMove, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => moveStudent(tx, actor, params.studentId, body));
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/students/:studentId/sign-in",
    {
      config: { access: "student.keep" },
      schema: { params: StudentParams, body: StudentSignIn, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => letStudentIn(tx, actor, params.studentId, body));
      return reply.code(204).send(null);
    },
  );
};
