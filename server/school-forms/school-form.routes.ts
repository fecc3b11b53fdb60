import multipart from "@fastify/multipart";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import type { Db } from "#server/database/connect.ts";
import { readUpload } from "#server/files/read-upload.ts";
import { disposition } from "#server/files/send-file.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { PlacedForm } from "#server/forms/foreign/placed/placed-form.contract.ts";
import { NotFound } from "#server/http/problems.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { paperFor } from "#server/records/content/templates.ts";
import { PdfQuery, RecordParams } from "#server/records/record.contract.ts";
import { SchoolParams } from "#server/schools/school-file.contract.ts";
import { addSchoolForm } from "./add-school-form.ts";
import { changeMapping } from "./change-mapping.ts";
import { placeBoxes } from "./place-boxes.ts";
import { fillRecordForm } from "./fill-record-form.ts";
import {
  copySchoolForm,
  removeSchoolForm,
  renameSchoolForm,
  retireSchoolForm,
  useSchoolForm,
} from "./keep-school-form.ts";
import {
  FormPageParams,
  FormTried,
  MappingChange,
  MappingSaved,
  SchoolForm,
  SchoolFormParams,
  SchoolFormRename,
  SchoolForms,
} from "./school-form.contract.ts";
import { listSchoolForms, readSchoolForm, type StoredForm } from "./school-form.queries.ts";
import { slotsOfSchool } from "./slots-of-school.ts";
import type { FormSlotDefinition } from "./slots/slot.ts";
import { trySchoolForm } from "./try-school-form.ts";

interface Options {
  db: Db;
  files: Storage;
}

const kept = { access: "school-form.keep" } as const;
const pdfOnly = { mediaTypes: ["application/pdf"], maxBytes: 10 * 1024 * 1024 };

/** A school's own conference record form: added, mapped, tried, put to use, and filled from a record. */
export const schoolFormRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db, files }) => {
  await app.register(multipart);

  app.get(
    "/schools/:schoolId/forms",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, response: { 200: SchoolForms } },
    },
    async ({ actor, params }) => ({
      forms: (await listSchoolForms(db, actor, params.schoolId)).map(({ addedAt, usedFrom, ...form }) => ({
        ...form,
        addedAt: addedAt.toISOString(),
        usedFrom: usedFrom?.toISOString() ?? null,
      })),
    }),
  );

  app.post(
    "/schools/:schoolId/forms",
    { config: { access: "school.administer" }, schema: { params: SchoolParams, response: { 201: Made } } },
    async (request, reply) => {
      const { actor, params } = request;
      const received = await readUpload(request, files, pdfOnly);
      const id = await addSchoolForm({ db, files }, actor, { schoolId: params.schoolId, received });
      return await reply.code(201).send({ id });
    },
  );

  app.get(
    "/school-forms/:formId",
    { config: kept, schema: { params: SchoolFormParams, response: { 200: SchoolForm } } },
    async ({ actor, params }) => {
      const form = await readSchoolForm(db, actor, params.formId);
      return onTheWire(form, await slotsOfSchool(db, actor, form.schoolId));
    },
  );

  app.get(
    "/school-forms/:formId/pages/:page",
    { config: kept, schema: { params: FormPageParams } },
    async ({ actor, params }, reply) => {
      const { pictureKeys } = await readSchoolForm(db, actor, params.formId);
      const key = pictureKeys[Number(params.page) - 1];
      if (!key) throw new NotFound("page");
      return reply
        .type("image/webp")
        .header("cache-control", "private, max-age=600")
        .send(await files.read(key));
    },
  );

  app.put(
    "/school-forms/:formId/mapping",
    {
      config: kept,
      schema: { params: SchoolFormParams, body: MappingChange, response: { 200: MappingSaved } },
    },
    async ({ actor, params, body }) => ({
      revision: await db.transaction().execute((tx) => changeMapping(tx, actor, params.formId, body)),
    }),
  );

  app.put(
    "/school-forms/:formId/boxes",
    { config: kept, schema: { params: SchoolFormParams, body: PlacedForm, response: { 204: Nothing } } },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => placeBoxes(tx, actor, params.formId, body));
      return await reply.code(204).send(null);
    },
  );

  app.patch(
    "/school-forms/:formId/name",
    {
      config: kept,
      schema: { params: SchoolFormParams, body: SchoolFormRename, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => renameSchoolForm(tx, actor, params.formId, body));
      return await reply.code(204).send(null);
    },
  );

  app.get(
    "/school-forms/:formId/trial",
    { config: kept, schema: { params: SchoolFormParams, response: { 200: FormTried } } },
    async ({ actor, params }) => {
      const { overflows, unknownOptions } = await trySchoolForm({ db, files }, actor, params.formId);
      return { overflows, unknownOptions };
    },
  );

  app.get(
    "/school-forms/:formId/trial.pdf",
    { config: kept, schema: { params: SchoolFormParams } },
    async ({ actor, params }, reply) => {
      const { bytes, name } = await trySchoolForm({ db, files }, actor, params.formId);
      return sendPdf(reply, { bytes: Buffer.from(bytes), fileName: `${name}, trial.pdf` });
    },
  );

  app.post(
    "/school-forms/:formId/use",
    { config: kept, schema: { params: SchoolFormParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => useSchoolForm(tx, actor, params.formId));
      return await reply.code(204).send(null);
    },
  );

  app.post(
    "/school-forms/:formId/retirement",
    { config: kept, schema: { params: SchoolFormParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => retireSchoolForm(tx, actor, params.formId));
      return await reply.code(204).send(null);
    },
  );

  app.post(
    "/school-forms/:formId/copies",
    { config: kept, schema: { params: SchoolFormParams, response: { 201: Made } } },
    async ({ actor, params }, reply) =>
      await reply.code(201).send({ id: await copySchoolForm({ db, files }, actor, params.formId) }),
  );

  app.delete(
    "/school-forms/:formId",
    { config: kept, schema: { params: SchoolFormParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      const gone = await db.transaction().execute((tx) => removeSchoolForm(tx, actor, params.formId));
      for (const key of gone) await files.delete(key);
      return await reply.code(204).send(null);
    },
  );

  app.get(
    "/records/:recordId/school-form",
    { config: { access: "record.read" }, schema: { params: RecordParams, querystring: PdfQuery } },
    async ({ actor, params, query }, reply) => {
      const language = query.language ?? paperFor(actor.language);
      return sendPdf(
        reply,
        await fillRecordForm({ db, files }, actor, { recordId: params.recordId, language }),
      );
    },
  );
};

const sendPdf = (reply: FastifyReply, { bytes, fileName }: { bytes: Buffer; fileName: string }) =>
  reply
    .type("application/pdf")
    .header("content-disposition", disposition("inline", fileName))
    .header("cache-control", "private, no-store")
    .send(bytes);

const onTheWire = (
  { form, id, schoolId, name, state, revision, mapping, removed, isPlaced }: StoredForm,
  slots: readonly FormSlotDefinition[],
): SchoolForm => ({
  ...{ id, schoolId, name, state, revision, mapping, removed, isPlaced },
  pages: form.pages,
  fields: form.fields
    .filter(({ isReadOnly }) => !isReadOnly)
    .map(({ name, kind, tooltip, isRequired, widgets }) => ({
      ...{ name, kind, tooltip, isRequired },
      boxes: widgets.map(({ page, x, y, width, height }) => ({ page, x, y, width, height })),
    })),
  slots: slots.map(({ id, kind, group, rows, own = null }) => ({ id, kind, group, rows, own })),
});
