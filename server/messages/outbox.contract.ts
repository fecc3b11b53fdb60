import { Type, type Static } from "typebox";
import { Id, Instant } from "#server/http/shapes.contract.ts";

const orNull = <T extends typeof Instant>(schema: T) => Type.Union([schema, Type.Null()]);

export const MessageState = Type.Union([
  Type.Literal("waiting"),
  Type.Literal("sent"),
  Type.Literal("kept"),
  Type.Literal("failed"),
]);
export type MessageState = Static<typeof MessageState>;

/** A message as it stands in the list; subject and text exist once it was written. */
export const OutboxMessage = Type.Object({
  id: Id,
  name: Type.String(),
  address: Type.String(),
  template: Type.String(),
  language: Type.String(),
  subject: orNull(Type.String()),
  state: MessageState,
  createdAt: Instant,
  sentAt: orNull(Instant),
  lastError: orNull(Type.String()),
});
export type OutboxMessage = Static<typeof OutboxMessage>;

/** One page of the outbox; `next` names where the following one begins. */
export const Outbox = Type.Object({
  messages: Type.Array(OutboxMessage),
  next: orNull(Type.String()),
});
export type Outbox = Static<typeof Outbox>;

/** One message with its text. */
export const WholeMessage = Type.Object({
  ...OutboxMessage.properties,
  body: orNull(Type.String()),
  tries: Type.Integer(),
});
export type WholeMessage = Static<typeof WholeMessage>;

export const OutboxQuery = Type.Object({ after: Type.Optional(Id) });
export const MessageParams = Type.Object({ messageId: Id });
