import type { FastifyRequest } from "fastify";
import { limits } from "./limits.ts";

/** A browser reads our answer only after it has sent everything, so the rest is let in and forgotten; one without an end is cut off. */
export function swallowRest({ raw }: FastifyRequest): void {
  let patience: number = limits.forgottenBytes;
  raw.unpipe();
  raw.on("data", (chunk: Buffer) => {
    patience -= chunk.length;
    if (patience < 0) raw.destroy();
  });
  raw.resume();
}
