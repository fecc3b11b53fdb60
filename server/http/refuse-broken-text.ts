import type { FastifyInstance } from "fastify";
import { Invalid } from "./problems.ts";

/** Refuses text PostgreSQL cannot keep (NUL) or UTF-8 cannot carry (lone surrogates), before it is half stored. */
export function refuseBrokenText(app: FastifyInstance): void {
  app.addHook("preValidation", async (request) => {
    for (const part of [request.params, request.query, request.body]) {
      const field = brokenField(part, "");
      if (field !== null)
        throw new Invalid(field, "This text has characters that cannot be kept.", "broken-text");
    }
  });
}

function brokenField(value: unknown, path: string): string | null {
  if (typeof value === "string")
    return value.includes("\u0000") || !value.isWellFormed() ? path || "text" : null;
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = brokenField(key, key) ?? brokenField(inner, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}
