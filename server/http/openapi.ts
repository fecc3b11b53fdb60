import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";

/** Writes /api/openapi.json from the contracts of the routes registered after it. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Lectern",
        version: "1",
        description: "Student-led conferences: portfolios, conferences, records and replies.",
      },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "lectern-session" } } },
      security: [{ session: [] }],
    },
  });
  app.get("/openapi.json", { config: { access: "public" }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
}
