import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { changesSince } from "./changes-since.ts";
import { readContent } from "./content/read-content.ts";
import { RecordReading } from "./content/record-content.contract.ts";
import { drawRecord, type RecordPdf } from "./content/record-pdf.ts";
import { paperFor } from "./content/templates.ts";
import { correctRecord } from "./corrections/correct-record.ts";
import { withdrawRecord } from "./corrections/withdraw-record.ts";
import { listMissing } from "./missing.ts";
import { openRecord } from "./open-record.ts";
import {
  AcknowledgementParams,
  Acknowledging,
  AtRevision,
  Changes,
  Corrected,
  Correcting,
  ChangesSince,
  ConferenceParams,
  FieldSaved,
  FieldSaving,
  Missing,
  MissingQuery,
  PdfQuery,
  ScanOfSheet,
  Unprintable,
  ReadBack,
  RecordParams,
  RecordReply,
  Sealed,
  Withdrawal,
  WithheldParams,
  Withholding,
} from "./record.contract.ts";
import { readRecord } from "./record.queries.ts";
import { saveDraftField, saveField } from "./save-field.ts";
import { acknowledge } from "./sealing/acknowledge.ts";
import { attachScan } from "./sealing/attach-scan.ts";
import { RoomPresence } from "./room-presence.ts";
import { readBack } from "./sealing/read-back.ts";
import { checkAddress } from "./sealing/check-address.ts";
import { sealRecord } from "./sealing/seal-record.ts";
import { drawSlip } from "./slips/draw-slip.ts";
import { offerName, withholdName } from "./sealing/withhold-name.ts";

const sendPdf = (reply: FastifyReply, { bytes, fileName }: RecordPdf) =>
  reply
    .type("application/pdf")
    .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store")
    .send(bytes);

interface Options {
  db: Db;
  signer: RecordSigner;
  baseUrl: string;
}

/** The conference record: written in the room, read back, signed, finished, and kept. */
export const recordRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db, signer, baseUrl }) => {
  const presence = new RoomPresence();
  app.get(
    "/conferences/:conferenceId/record",
    {
      config: { access: "record.open" },
      schema: { params: ConferenceParams, response: { 200: RecordReply } },
    },
    async ({ actor, params }) => await openRecord(db, actor, params.conferenceId),
  );

  app.patch(
    "/records/:recordId/fields",
    {
      config: { access: "record.write" },
      schema: { params: RecordParams, body: FieldSaving, response: { 200: FieldSaved } },
    },
    async ({ actor, params, body }) =>
      (await saveDraftField(db, actor, params.recordId, body)) ??
      (await db.transaction().execute((tx) => saveField(tx, actor, params.recordId, body))),
  );

  app.get(
    "/records/:recordId/changes",
    {
      config: { access: "record.write" },
      schema: { params: RecordParams, querystring: ChangesSince, response: { 200: Changes } },
    },
    async ({ actor, params, query }) => await changesSince(db, actor, params.recordId, query, presence),
  );

  app.get(
    "/records/:recordId/missing",
    {
      config: { access: "record.finish" },
      schema: { params: RecordParams, querystring: MissingQuery, response: { 200: Missing } },
    },
    async ({ actor, params, query }) =>
      await listMissing(db, actor, await readRecord(db, actor, params.recordId), query.outcome),
  );

  app.get(
    "/records/:recordId/content",
    {
      config: { access: "record.read" },
      schema: { params: RecordParams, response: { 200: RecordReading } },
    },
    async ({ actor, params }) => await readContent(db, actor, params.recordId),
  );

  app.get(
    "/records/:recordId/pdf",
    { config: { access: "record.read" }, schema: { params: RecordParams, querystring: PdfQuery } },
    async ({ actor, params, query }, reply) => {
      const language = query.language ?? paperFor(actor.language);
      return sendPdf(reply, await drawRecord(db, actor, params.recordId, language));
    },
  );

  app.get(
    "/records/:recordId/unprintable",
    {
      config: { access: "record.finish" },
      schema: { params: RecordParams, response: { 200: Unprintable } },
    },
    async ({ actor, params }) => {
      const { missing } = await drawRecord(db, actor, params.recordId, paperFor(actor.language));
      return { letters: [...new Set(missing.flatMap((each) => [...each]))].slice(0, 40) };
    },
  );

  app.get(
    "/records/:recordId/acknowledgements/:acknowledgementId/slip",
    {
      config: { access: "record.read" },
      schema: { params: AcknowledgementParams, querystring: PdfQuery },
    },
    async ({ actor, params, query }, reply) => {
      const language = query.language ?? paperFor(actor.language);
      return sendPdf(reply, await drawSlip(db, actor, params, language));
    },
  );

  app.post(
    "/records/:recordId/read-back",
    {
      config: { access: "record.finish" },
      schema: { params: RecordParams, body: AtRevision, response: { 200: ReadBack } },
    },
    async ({ actor, params, body }) => ({
      revision: await db.transaction().execute((tx) => readBack(tx, actor, params.recordId, body.revision)),
    }),
  );

  app.post(
    "/records/:recordId/acknowledgements",
    {
      config: { access: "record.acknowledge" },
      schema: { params: RecordParams, body: Acknowledging, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => acknowledge(tx, actor, params.recordId, body));
      return reply.code(201).send({ id });
    },
  );

  app.put(
    "/records/:recordId/acknowledgements/:acknowledgementId/scan",
    {
      config: { access: "record.finish" },
      schema: { params: AcknowledgementParams, body: ScanOfSheet, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => attachScan(tx, actor, params, body.fileId));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/records/:recordId/withdrawal",
    {
      config: { access: "record.correct" },
      schema: { params: RecordParams, body: Withdrawal, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => withdrawRecord(tx, actor, params.recordId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/records/:recordId/corrections",
    {
      config: { access: "record.correct" },
      schema: { params: RecordParams, body: Correcting, response: { 201: Corrected } },
    },
    async ({ actor, params, body }, reply) => {
      const made = await db
        .transaction()
        .execute((tx) => correctRecord(tx, actor, params.recordId, body, signer));
      return reply.code(201).send(made);
    },
  );

  const withheld = "/records/:recordId/withheld-names/:personId";
  app.put(
    withheld,
    {
      config: { access: "record.finish" },
      schema: { params: WithheldParams, body: Withholding, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => withholdName(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    withheld,
    { config: { access: "record.finish" }, schema: { params: WithheldParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => offerName(tx, actor, params));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/records/:recordId/seal",
    {
      config: { access: "record.finish" },
      schema: { params: RecordParams, body: AtRevision, response: { 200: Sealed } },
    },
    async ({ actor, params, body }) =>
      await db
        .transaction()
        .execute((tx) =>
          sealRecord(tx, actor, { ...params, ...body, checkAt: checkAddress(baseUrl) }, signer),
        ),
  );
};
