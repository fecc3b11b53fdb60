import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { AdvisoryList } from "./advisory.contract.ts";
import { listMyAdvisories } from "./advisory.queries.ts";
import { InvitablePeople } from "./invitable.contract.ts";
import { listInvitablePeople } from "./list-invitable-people.ts";
import { Student, StudentParams } from "./student.contract.ts";
import { readStudent } from "./student.queries.ts";

/** Students, and who belongs to them. */
export const studentRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/advisory",
    { config: { access: "staff" }, schema: { response: { 200: AdvisoryList } } },
    async ({ actor }) => ({ advisories: await listMyAdvisories(db, actor) }),
  );

  app.get(
    "/students/:studentId",
    { config: { access: "student.read" }, schema: { params: StudentParams, response: { 200: Student } } },
    async ({ actor, params }) => await readStudent(db, actor, params.studentId),
  );

  app.get(
    "/students/:studentId/people",
    {
      config: { access: "student.invite" },
      schema: { params: StudentParams, response: { 200: InvitablePeople } },
    },
    async ({ actor, params }) => await listInvitablePeople(db, actor, params.studentId),
  );
};
