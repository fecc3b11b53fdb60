import type { FastifyReply, FastifyRequest } from "fastify";

const name = "lectern-session";

/** A session lasts twelve hours, or two of silence: a school day on a shared computer. */
export const sessionHours = 12;
export const idleHours = 2;

export const sessionTokenOf = (request: FastifyRequest): string | null => request.cookies[name] ?? null;

export function keepSession(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(name, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: sessionHours * 3600,
  });
}

export function dropSession(reply: FastifyReply): void {
  reply.clearCookie(name, { path: "/" });
  reply.header("clear-site-data", '"storage", "cache"');
}
