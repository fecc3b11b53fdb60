import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { findMessage, listMessages } from "./message.queries.ts";
import { MessageParams, Outbox, OutboxQuery, WholeMessage, type MessageState } from "./outbox.contract.ts";

const aPage = 50;

/** The outbox an administrator reads: what was written to whom, and whether it went. */
export const outboxRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/outbox",
    { config: { access: "outbox.read" }, schema: { querystring: OutboxQuery, response: { 200: Outbox } } },
    async ({ actor, query }) => {
      const rows = await listMessages(db, actor.districtId, query.after ?? null, aPage + 1);
      const messages = rows.slice(0, aPage).map(onTheWire);
      return { messages, next: rows.length > aPage ? (messages.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    "/outbox/:messageId",
    { config: { access: "outbox.read" }, schema: { params: MessageParams, response: { 200: WholeMessage } } },
    async ({ actor, params }) => {
      const message = await findMessage(db, actor.districtId, params.messageId);
      if (!message) throw new NotFound("message");
      return onTheWire(message);
    },
  );
};

type Row = Awaited<ReturnType<typeof listMessages>>[number];

const onTheWire = <T extends Row>({ createdAt, sentAt, state, ...message }: T) => ({
  ...message,
  state: state as MessageState,
  createdAt: createdAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
});
