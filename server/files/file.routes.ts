import multipart from "@fastify/multipart";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Problem } from "#server/http/problems.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { FileParams, PreviewParams, UploadedFile, UploadLimits } from "./file.contract.ts";
import { fileKinds } from "./kinds/file-kind.ts";
import { readContent, readPreview, sumOfBytes } from "./file.queries.ts";
import { givePoster } from "./give-poster.ts";
import { keepFile, refuseWithoutRoom } from "./keep-file.ts";
import { limits } from "./limits.ts";
import { readUpload } from "./read-upload.ts";
import { sendFile } from "./send-file.ts";
import type { Storage } from "./storage/storage.ts";

/** What a browser writes when it draws a picture. */
const posterOnly = { mediaTypes: ["image/jpeg", "image/webp"], maxBytes: limits.posterBytes };

interface Options {
  db: Db;
  files: Storage;
  /** Whether a scanner looks at a file before anyone else may open it. */
  isScanned?: boolean;
  /** Room for each person, in bytes; tests make it small. */
  personBytes?: number;
}

/** Uploading files, and getting them and their pictures back. */
export const fileRoutes: FastifyPluginAsyncTypebox<Options> = async (
  app,
  { db, files, isScanned = false, personBytes },
) => {
  const room = personBytes ?? limits.personBytes;
  await app.register(multipart);

  app.get(
    "/files/limits",
    { config: { access: "signed-in" }, schema: { response: { 200: UploadLimits } } },
    async ({ actor }) => ({
      accepted: fileKinds.map(({ mediaType, family, maxBytes }) => ({ mediaType, family, maxBytes })),
      roomBytes: Math.max(0, room - (await sumOfBytes(db, actor))),
    }),
  );

  app.post(
    "/files",
    { config: { access: "signed-in" }, schema: { response: { 200: UploadedFile, 201: UploadedFile } } },
    async (request, reply) => {
      const { actor } = request;
      refuseWithoutRoom(await sumOfBytes(db, actor), Number(request.headers["content-length"] ?? 0), room);
      const received = await readUpload(request, files);
      const file = await db
        .transaction()
        .execute((tx) => keepFile(tx, actor, received, { personBytes: room, isScanned }))
        .catch(async (error: unknown) => {
          // Only where we refused: of a commit that went unanswered the content may be needed, and else the sweeper has it.
          if (error instanceof Problem) await files.delete(received.key);
          throw error;
        });
      if (file.already) await files.delete(received.key);
      return await reply.code(file.already ? 200 : 201).send(file);
    },
  );

  app.post(
    "/files/:fileId/poster",
    { config: { access: "file.own" }, schema: { params: FileParams, response: { 204: Nothing } } },
    async (request, reply) => {
      const { actor, params } = request;
      const picture = await readUpload(request, files, posterOnly);
      await db
        .transaction()
        .execute((tx) => givePoster(tx, actor, params.fileId, picture.key))
        .catch(async (error: unknown) => {
          if (error instanceof Problem) await files.delete(picture.key);
          throw error;
        });
      return await reply.code(204).send(null);
    },
  );

  app.get(
    "/files/:fileId",
    { config: { access: "file.read" }, schema: { params: FileParams } },
    async (request, reply) => {
      const { sha256, scan, ...content } = await readContent(db, request.actor, request.params.fileId);
      if (scan === "refused") throw turnedAway();
      const etag = `"${sha256.toString("hex")}"`;
      return sendFile(request, reply, files, { ...content, etag, cacheControl: "private, no-cache" });
    },
  );

  app.get(
    "/files/:fileId/preview/:kind",
    { config: { access: "file.read" }, schema: { params: PreviewParams } },
    async (request, reply) => {
      const { fileId, kind } = request.params;
      const picture = await readPreview(db, request.actor, fileId, kind);
      return sendFile(request, reply, files, {
        ...picture,
        mediaType: "image/webp",
        name: `${kind}.webp`,
        etag: `"${picture.storageKey.replace("/", "")}"`,
        cacheControl: "private, max-age=600",
      });
    },
  );
};

/** The scanner found something in it, and its content was destroyed. */
const turnedAway = (): Problem =>
  new Problem(
    410,
    "file-refused",
    "The school’s scanner found something harmful in this file and removed it.",
  );
