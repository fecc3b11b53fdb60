import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { sendFile } from "#server/files/send-file.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { Made } from "#server/http/shapes.contract.ts";
import { SeasonParams } from "#server/seasons/season.contract.ts";
import { beginBundle } from "./begin-bundle.ts";
import { BundleAsked, BundleParams, SeasonRecords } from "./bundle.contract.ts";
import { countRecords, listBundles, readBundleFile, readPapers } from "./bundle.queries.ts";

interface Options {
  db: Db;
  files: Storage;
}

const kinds = {
  zip: { mediaType: "application/zip", ending: "zip" },
  print: { mediaType: "application/pdf", ending: "pdf" },
};

/** A season's records in one file. */
export const bundleRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db, files }) => {
  app.get(
    "/seasons/:seasonId/records",
    {
      config: { access: "season.records" },
      schema: { params: SeasonParams, response: { 200: SeasonRecords } },
    },
    async ({ actor, params }) => ({
      ...(await countRecords(db, actor, params.seasonId)),
      ...(await readPapers(db, actor, params.seasonId)),
      bundles: await listBundles(db, actor, params.seasonId),
    }),
  );

  app.post(
    "/seasons/:seasonId/records/bundles",
    {
      config: { access: "season.records" },
      schema: { params: SeasonParams, body: BundleAsked, response: { 202: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => beginBundle(tx, actor, params.seasonId, body));
      return await reply.code(202).send({ id });
    },
  );

  app.get(
    "/bundles/:bundleId/file",
    { config: { access: "bundle.read" }, schema: { params: BundleParams } },
    async (request, reply) => {
      const { form, storageKey, bytes, sha256, name } = await readBundleFile(
        db,
        request.actor,
        request.params.bundleId,
      );
      const { mediaType, ending } = kinds[form as keyof typeof kinds];
      return await sendFile(request, reply, files, {
        storageKey: storageKey!,
        bytes: bytes!,
        mediaType,
        name: `${name}.${ending}`,
        etag: `"${sha256!.toString("hex")}"`,
        cacheControl: "private, no-store",
      });
    },
  );
};
