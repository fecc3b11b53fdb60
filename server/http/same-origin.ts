import type { FastifyInstance } from "fastify";
import { Problem } from "./problems.ts";

const changing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Refuses state-changing requests that another site's page made a browser send. */
export function requireSameOrigin(app: FastifyInstance): void {
  app.addHook("onRequest", async (request) => {
    if (!changing.has(request.method)) return;
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin" && site !== "none") throw crossSite();
    const origin = request.headers.origin;
    if (origin !== undefined && hostOf(origin) !== request.host) throw crossSite();
  });
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
const crossSite = (): Problem =>
  new Problem(403, "cross-site", "This request came from another site's page.");
