import { existsSync, readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import type { Db } from "#server/database/connect.ts";
import { kindOf } from "#server/sign-in/describe-actor.ts";
import { findActor } from "#server/sign-in/session.queries.ts";
import { sessionTokenOf } from "#server/sign-in/session-cookie.ts";

/** Per kind of person and language, what her first page needs; written when the pages are built. */
type FirstPages = Record<string, Record<string, { modules: string[]; styles: string[]; asks: string[] }>>;

interface SendAheadOptions {
  readonly db: Db;
  readonly now: () => Date;
  /** The file first-pages.json of the built pages. */
  readonly list: string;
}

/**
 * Names, in the answer to "/", the files and the first question of this person's first page (RFC 8288 Link headers), so
 * that a phone on a slow network asks for them in its first trip instead of its third. Nothing of the person is said.
 */
export function sendAhead(app: FastifyInstance, { db, now, list }: SendAheadOptions): void {
  if (!existsSync(list)) return;
  const pages = JSON.parse(readFileSync(list, "utf8")) as FirstPages;
  app.addHook("onRequest", async (request, reply) => {
    if (request.method !== "GET" || request.url.split("?", 1)[0] !== "/") return;
    const token = sessionTokenOf(request);
    const actor = token === null ? null : await findActor(db, token, now());
    const first = actor && pages[kindOf(actor)]?.[actor.language];
    if (first) reply.header("link", linksTo(first));
  });
}

function linksTo({ modules, styles, asks }: FirstPages[string][string]): string {
  return [
    // The question first: the server works on it while the script travels.
    ...asks.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`),
    ...styles.map((path) => `<${path}>; rel=preload; as=style`),
    ...modules.map((path) => `<${path}>; rel=modulepreload`),
  ].join(", ");
}
