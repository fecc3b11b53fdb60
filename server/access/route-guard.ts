import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Db } from "#server/database/connect.ts";
import { SignedOut } from "#server/http/problems.ts";
import { findActor } from "#server/sign-in/session.queries.ts";
import { sessionTokenOf } from "#server/sign-in/session-cookie.ts";
import type { AccessLog } from "./access-log.ts";
import type { Actor } from "./actor.ts";
import { rules, type RuleName } from "./rules.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may use the route: "public", or a rule of access/rules.ts. */
    access?: RuleName | "public";
  }
  interface FastifyRequest {
    /** Who asks; set before the handler of every route that is not public. */
    actor: Actor;
    /** The student whose data the route touches, as its rule found out. */
    studentId: string | null;
  }
}

interface GuardOptions {
  readonly db: Db;
  readonly now: () => Date;
  readonly accessLog: AccessLog;
}

/** The first lock: a route without a named rule stops the boot, and no request passes without satisfying it. */
export function guardRoutes(app: FastifyInstance, { db, now, accessLog }: GuardOptions): void {
  app.decorateRequest("actor", null as unknown as Actor);
  app.decorateRequest("studentId", null);

  app.addHook("onRoute", (route) => {
    const access = route.config?.access;
    if (access === undefined) throw new Error(`${String(route.method)} ${route.url} names no access rule.`);
    if (access !== "public" && !(access in rules))
      throw new Error(`${route.url} names an unknown access rule, ${access}.`);
  });

  // Before any body is parsed, so that nobody uploads a file only to hear that she is signed out.
  app.addHook("onRequest", async (request) => {
    if (isPublic(request)) return;
    const token = sessionTokenOf(request);
    const actor = token === null ? null : await findActor(db, token, now());
    if (actor === null) throw new SignedOut();
    request.actor = actor;
  });

  app.addHook("preHandler", async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === "public") return;
    const passed = await rules[access](db, request.actor, request.params as Record<string, string>);
    request.studentId = passed.studentId;
    if (request.method === "GET" && passed.studentId !== null)
      accessLog.note(request.actor, passed.studentId, access);
  });
}

const isPublic = (request: FastifyRequest): boolean =>
  request.is404 || request.routeOptions.config.access === "public";
