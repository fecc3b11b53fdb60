import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Problem, problemOfDatabase } from "./problems.ts";
import type { ProblemReply } from "./shapes.contract.ts";

/** Makes every error one shape (RFC 9457); what is our own fault tells nothing of the inside. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500) request.log.error({ err: error }, "request failed");
    return send(reply, request, problem);
  });
}

/** Answers what the framework refuses before any route is found (an address too long) in the same shape. */
export const answerUnreadable = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void =>
  void send(
    reply,
    request,
    new Problem(error.statusCode ?? 400, "not-readable", "This address cannot be read."),
  );

/** Answers a request with a problem. */
export function send(reply: FastifyReply, request: FastifyRequest, problem: Problem): FastifyReply {
  const body: ProblemReply = {
    type: `/problems/${problem.code}`,
    title: titles[problem.status] ?? "Error",
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem.field === undefined ? {} : { field: problem.field }),
    ...(problem.values === undefined ? {} : { values: problem.values }),
    ...(problem.current === undefined ? {} : { current: problem.current }),
  };
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .header("x-request-id", request.id)
    .serializer((each: unknown) => JSON.stringify(each))
    .send(body);
}

const titles: Record<number, string> = {
  400: "Not readable",
  401: "Signed out",
  403: "Not for you",
  404: "Not found",
  409: "Not possible now",
  413: "Too large",
  415: "Unknown kind",
  429: "Too many tries",
};

function asProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) {
    const field = fieldOf(error);
    return new Problem(
      400,
      "invalid",
      `${field === undefined ? "The request" : `“${field}”`} ${error.validation[0]?.message ?? "is not readable"}.`,
      field === undefined ? {} : { field },
    );
  }
  const ofDatabase = problemOfDatabase(error);
  if (ofDatabase) return ofDatabase;
  if (error.statusCode === 413) return new Problem(413, "too-large", "That is larger than we can take.");
  if (error.statusCode === 503)
    return new Problem(503, "busy", "The server is busy. Please try again in a moment.");
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem(error.statusCode, "not-readable", error.message);
  return new Problem(
    500,
    "our-fault",
    "Something went wrong on our side. Nothing you wrote is lost; please try again.",
  );
}

function fieldOf(error: FastifyError): string | undefined {
  const first = error.validation?.[0];
  if (!first) return undefined;
  const missing = (first.params as { missingProperty?: string; additionalProperty?: string }) ?? {};
  const path = first.instancePath.split("/").filter(Boolean).join(".");
  return [path, missing.missingProperty ?? missing.additionalProperty].filter(Boolean).join(".") || undefined;
}
