import type { FastifyServerOptions } from "fastify";
import type { LogLevel } from "#server/config.ts";

/** What is logged of a request: its method and path. No query, no body, no cookie, no address: none of it is ours to keep. */
export function requestLog(level: LogLevel): FastifyServerOptions["logger"] {
  if (level === "silent") return false;
  return {
    level,
    serializers: {
      req: (request) => ({ method: request.method, path: request.url.split("?")[0] }),
      res: (reply) => ({ statusCode: reply.statusCode }),
    },
  };
}
