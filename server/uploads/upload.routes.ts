import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { UploadedFile } from "#server/files/file.contract.ts";
import { limits } from "#server/files/limits.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { swallowRest } from "#server/files/swallow-rest.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { appendPart } from "./append-part.ts";
import { beginUpload } from "./begin-upload.ts";
import { endUpload } from "./end-upload.ts";
import { uploadExpiry } from "./expire-uploads.ts";
import { finishUpload } from "./finish-upload.ts";
import { readMetadata, tellState } from "./tus.ts";
import { BeginHeaders, OpenUpload, PartHeaders, TusHeaders, UploadParams } from "./upload.contract.ts";
import { listOpenUploads, readUploadState } from "./upload.queries.ts";

interface Options {
  db: Db;
  files: Storage;
  /** Whether a scanner looks at a file before anyone else may open it. */
  isScanned?: boolean;
  /** Room for each person, in bytes; tests make it small. */
  personBytes?: number;
}

/** Sending a file in pieces, by tus 1.0. */
export const uploadRoutes: FastifyPluginAsyncTypebox<Options> = async (
  app,
  { db, files: storage, isScanned = false, personBytes = limits.personBytes },
) => {
  // The handler reads the piece from the line itself, as it comes.
  app.addContentTypeParser("application/offset+octet-stream", (_request, _line, done) => done(null));

  app.get(
    "/uploads",
    { config: { access: "signed-in" }, schema: { response: { 200: Type.Array(OpenUpload) } } },
    async ({ actor }) =>
      (await listOpenUploads(db, actor)).map(({ touchedAt, modifiedAt, id, name, bytes, received }) => ({
        ...{ id, name, bytes, received },
        modifiedAt: modifiedAt?.toISOString() ?? null,
        expiresAt: uploadExpiry(touchedAt).toISOString(),
      })),
  );

  app.post(
    "/uploads",
    { config: { access: "signed-in" }, schema: { headers: BeginHeaders, response: { 201: Nothing } } },
    async ({ actor, headers }, reply) => {
      const told = { ...readMetadata(headers["upload-metadata"]), bytes: Number(headers["upload-length"]) };
      const upload = await db.transaction().execute((tx) => beginUpload(tx, actor, told, personBytes));
      return await tellState(reply, upload)
        .header("location", `/api/uploads/${upload.id}`)
        .code(201)
        .send(null);
    },
  );

  app.head(
    "/uploads/:uploadId",
    {
      config: { access: "upload.own", swagger: { exposeHeadRoute: true } },
      schema: { params: UploadParams, headers: TusHeaders },
    },
    async ({ actor, params }, reply) =>
      await tellState(reply, await readUploadState(db, actor, params.uploadId)).send(),
  );

  app.patch(
    "/uploads/:uploadId",
    {
      config: { access: "upload.own" },
      schema: { params: UploadParams, headers: PartHeaders, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { actor, params, headers, raw: content } = request;
      const piece = { ...params, startsAtByte: Number(headers["upload-offset"]), content };
      try {
        const standing = await appendPart({ db, storage }, actor, piece);
        return await tellState(reply, standing).code(204).send(null);
      } catch (error) {
        swallowRest(request);
        throw error;
      }
    },
  );

  app.delete(
    "/uploads/:uploadId",
    {
      config: { access: "upload.own" },
      schema: { params: UploadParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await endUpload(db, storage, actor, params.uploadId);
      return await reply.header("tus-resumable", "1.0.0").code(204).send(null);
    },
  );

  app.post(
    "/uploads/:uploadId/file",
    {
      config: { access: "upload.own" },
      schema: { params: UploadParams, response: { 200: UploadedFile, 201: UploadedFile } },
    },
    async ({ actor, params }, reply) => {
      const file = await finishUpload({ db, storage, personBytes, isScanned }, actor, params.uploadId);
      return await reply.code(file.already ? 200 : 201).send(file);
    },
  );
};
