import { readFileSync } from "node:fs";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { digestOf } from "#server/canonical.ts";
import type { Db } from "#server/database/connect.ts";
import type { FormLayout } from "#server/forms/form-layout.contract.ts";
import { renderInWorker } from "#server/forms/render-in-worker.ts";
import type { Catalogue } from "#server/forms/reader.ts";
import { projectRoot } from "#server/project-root.ts";
import { recordValues } from "../record-values.ts";
import { readContent, type Reading } from "./read-content.ts";

/** A drawn record and what to call the file. */
export interface RecordPdf {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/** The record as this reader may have it, in her language; of a finished one the copy's digest is kept. */
export async function drawRecord(
  db: Db,
  actor: Actor,
  recordId: string,
  language: string,
): Promise<RecordPdf> {
  const reading = await readContent(db, actor, recordId);
  const values = recordValues(reading, actor.now);
  const template = reading.core.template;
  const { bytes } = await renderInWorker({
    layout: layoutOf(template),
    words: wordsOf(template, language),
    values,
    language,
  });
  const copy = Buffer.from(bytes);
  if (!reading.isDraft) await keepCopy(db, actor, reading, language, copy);
  return { bytes: copy, fileName: fileNameOf(reading) };
}

const read = <T>(...path: string[]): T =>
  JSON.parse(readFileSync(join(projectRoot, "templates", ...path), "utf8")) as T;
const known = new Map<string, unknown>();

function readOnce<T>(...path: string[]): T {
  const key = path.join("/");
  if (!known.has(key)) known.set(key, read<T>(...path));
  return known.get(key) as T;
}

const layoutOf = (template: string) => readOnce<FormLayout>(template, "layout.json");
const wordsOf = (template: string, language: string) =>
  readOnce<Catalogue>("languages", language, `${template}.json`);

/** Which copies were given out: the same copy given twice is one row. */
async function keepCopy(
  db: Db,
  { districtId, now }: Actor,
  { recordId, version, annexes }: Reading,
  language: string,
  copy: Buffer,
): Promise<void> {
  const part = ["core", ...annexes.map(({ householdId }) => householdId)].join("+");
  await db
    .insertInto("recordCopy")
    .values({
      districtId,
      id: uuidv7(),
      recordId,
      version: version ?? 1,
      part,
      language,
      sha256: digestOf(copy),
      issuedAt: now,
    })
    .onConflict((conflict) => conflict.constraint("copy_issued_once").doNothing())
    .execute();
}

/** "Itzel Navarro Duarte, conference record 2026-F-0417.pdf" */
function fileNameOf({ core }: Reading): string {
  const number = core.seal?.number ?? "draft";
  return `${core.student.name.replaceAll(/[^\p{L}\p{M}\p{N} .’'-]/gu, " ")}, conference record ${number}.pdf`;
}
