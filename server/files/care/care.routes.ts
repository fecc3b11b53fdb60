import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { FileParams } from "../file.contract.ts";
import type { Storage } from "../storage/storage.ts";
import { FileCare, FileChecked } from "./care.contract.ts";
import { countContents, listInNeed } from "./care.queries.ts";
import { checkContent, findContent } from "./check-contents.ts";

interface Options {
  db: Db;
  files: Storage;
  isScanned: boolean;
}

/** What an administrator sees of her students' files: that they are whole, or which are not. */
export const careRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db, files, isScanned }) => {
  app.get(
    "/file-care",
    { config: { access: "file-care.read" }, schema: { response: { 200: FileCare } } },
    async ({ actor }) => {
      const [rows, { oldestCheckAt, ...totals }] = await Promise.all([
        listInNeed(db, actor),
        countContents(db, actor),
      ]);
      return {
        ...totals,
        isScanned,
        oldestCheckAt: oldestCheckAt?.toISOString() ?? null,
        inNeedCount: rows[0]?.inNeedCount ?? 0,
        inNeed: rows.map(({ id, name, bytes, trouble, note, since, studentId, studentName, pieces }) => ({
          ...{ id, name, bytes, trouble, note, pieces },
          since: since.toISOString(),
          student: { id: studentId, name: studentName },
        })),
      };
    },
  );

  app.post(
    "/files/:fileId/check",
    { config: { access: "file.care" }, schema: { params: FileParams, response: { 200: FileChecked } } },
    async ({ actor, params }) => {
      const file = await findContent(db, actor, params.fileId);
      if (!file) throw new NotFound("file");
      const damage = await checkContent({ db, files }, file, actor.now);
      return { trouble: damage && ("damaged" as const) };
    },
  );
};
