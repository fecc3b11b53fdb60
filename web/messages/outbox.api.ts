import type { Outbox, WholeMessage } from "#server/messages/outbox.contract.ts";
import { get } from "../api/client.ts";

export type { MessageState, OutboxMessage, WholeMessage } from "#server/messages/outbox.contract.ts";

export const listMessages = (after: string | null) =>
  get<Outbox>(after === null ? "/api/outbox" : `/api/outbox?after=${after}`);
export const readMessage = (messageId: string) => get<WholeMessage>(`/api/outbox/${messageId}`);
