import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Db } from "#server/database/connect.ts";
import { projectRoot } from "#server/project-root.ts";
import { send } from "./answer-problems.ts";
import { NotFound } from "./problems.ts";
import { sendAhead } from "./send-ahead.ts";

/** Serves the built pages; any address that is not the API's is the application itself, so deep links work. */
export async function servePages(
  app: FastifyInstance,
  surroundings: { db: Db; now: () => Date },
): Promise<void> {
  const root = join(projectRoot, "build/web");
  const built = existsSync(join(root, "index.html"));
  if (built) {
    sendAhead(app, { ...surroundings, list: join(root, "first-pages.json") });
    await app.register(fastifyStatic, {
      root,
      preCompressed: true,
      setHeaders: (reply, path) =>
        void reply.header(
          "cache-control",
          path.includes("/assets/") ? "public, max-age=31536000, immutable" : "private, no-cache",
        ),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      built &&
      request.method === "GET" &&
      !request.url.startsWith("/api") &&
      !request.url.startsWith("/assets/");
    return isPage ? reply.sendFile("index.html") : send(reply, request, new NotFound("page"));
  });
}
