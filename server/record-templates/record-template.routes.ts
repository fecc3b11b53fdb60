import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { disposition } from "#server/files/send-file.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { paperFor } from "#server/records/content/templates.ts";
import { SchoolParams } from "#server/schools/school-file.contract.ts";
import { RecordForm } from "./definition/record-form.contract.ts";
import { resolveForm } from "./definition/resolve-form.ts";
import { listShipped } from "./definition/shipped-templates.ts";
import { completed } from "./definition/usual-form.ts";
import {
  changeDefinition,
  makeTemplate,
  openTemplate,
  removeTemplate,
  renameTemplate,
  retireTemplate,
  reviveTemplate,
} from "./keep-template.ts";
import { drawPreview } from "./preview-template.ts";
import { publishTemplate, tryOnPaper } from "./publish-template.ts";
import {
  DefinitionChange,
  DefinitionSaved,
  FormQuery,
  NewRecordTemplate,
  PreviewQuery,
  Published,
  Publishing,
  RecordTemplate,
  RecordTemplateParams,
  RecordTemplateRename,
  RecordTemplates,
} from "./record-template.contract.ts";
import { listRecordTemplates, readRecordTemplate } from "./record-template.queries.ts";

const kept = { access: "record-template.keep" } as const;

/** A school's own arrangement of the conference record form: made, changed, looked at and published. */
export const recordTemplateRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/schools/:schoolId/record-templates",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, response: { 200: RecordTemplates } },
    },
    async ({ actor, params }) => ({
      templates: await listRecordTemplates(db, actor, params.schoolId),
      shipped: listShipped(),
    }),
  );

  app.post(
    "/schools/:schoolId/record-templates",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, body: NewRecordTemplate, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const made = db.transaction().execute((tx) => makeTemplate(tx, actor, params.schoolId, body));
      return await reply.code(201).send({ id: await made });
    },
  );

  app.get(
    "/record-templates/:templateId",
    { config: kept, schema: { params: RecordTemplateParams, response: { 200: RecordTemplate } } },
    async ({ actor, params }) => await openTemplate(db, actor, params.templateId),
  );

  app.put(
    "/record-templates/:templateId/definition",
    {
      config: kept,
      schema: { params: RecordTemplateParams, body: DefinitionChange, response: { 200: DefinitionSaved } },
    },
    async ({ actor, params, body }) =>
      await db.transaction().execute((tx) => changeDefinition(tx, actor, params.templateId, body)),
  );

  app.get(
    "/record-templates/:templateId/form",
    {
      config: kept,
      schema: { params: RecordTemplateParams, querystring: FormQuery, response: { 200: RecordForm } },
    },
    async ({ actor, params, query }) => {
      const { name, definition } = await readRecordTemplate(db, actor, params.templateId);
      return resolveForm({ name, version: 1, definition: completed(definition) }, Number(query.grade));
    },
  );

  app.patch(
    "/record-templates/:templateId/name",
    {
      config: kept,
      schema: { params: RecordTemplateParams, body: RecordTemplateRename, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => renameTemplate(tx, actor, params.templateId, body));
      return await reply.code(204).send(null);
    },
  );

  app.post(
    "/record-templates/:templateId/versions",
    {
      config: kept,
      schema: { params: RecordTemplateParams, body: Publishing, response: { 201: Published } },
    },
    async ({ actor, params, body }, reply) => {
      await tryOnPaper(db, actor, params.templateId);
      const made = db.transaction().execute((tx) => publishTemplate(tx, actor, params.templateId, body));
      return await reply.code(201).send({ version: await made });
    },
  );

  app.get(
    "/record-templates/:templateId/preview.pdf",
    { config: kept, schema: { params: RecordTemplateParams, querystring: PreviewQuery } },
    async ({ actor, params, query }, reply) => {
      const { name, definition } = await readRecordTemplate(db, actor, params.templateId);
      const { bytes } = await drawPreview(
        { name, version: 1, definition: completed(definition) },
        {
          language: query.language ?? paperFor(actor.language),
          length: query.length ?? "usual",
          grade: query.grade === undefined ? undefined : Number(query.grade),
        },
      );
      return reply
        .type("application/pdf")
        .header("content-disposition", disposition("inline", `${name}, preview.pdf`))
        .header("cache-control", "private, no-store")
        .send(Buffer.from(bytes));
    },
  );

  app.post(
    "/record-templates/:templateId/retirement",
    { config: kept, schema: { params: RecordTemplateParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => retireTemplate(tx, actor, params.templateId));
      return await reply.code(204).send(null);
    },
  );

  app.delete(
    "/record-templates/:templateId/retirement",
    { config: kept, schema: { params: RecordTemplateParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => reviveTemplate(tx, actor, params.templateId));
      return await reply.code(204).send(null);
    },
  );

  app.delete(
    "/record-templates/:templateId",
    { config: kept, schema: { params: RecordTemplateParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => removeTemplate(tx, actor, params.templateId));
      return await reply.code(204).send(null);
    },
  );
};
