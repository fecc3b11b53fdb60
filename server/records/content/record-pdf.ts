import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { renderInWorker } from "#server/forms/render-in-worker.ts";
import { fitted } from "#server/record-templates/arranging/fitted.ts";
import { recordValues, type Languages } from "../record-values.ts";
import { editionOf, wordsOver } from "./form-edition.ts";
import { keepCopy } from "./keep-copy.ts";
import { readContent, type Reading } from "./read-content.ts";
import { paperFor, wordsOf } from "./templates.ts";

/** A drawn record and what to call the file. */
export interface RecordPdf {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/** The same with the letters no face here has; each is drawn as a replacement sign. */
export interface DrawnRecord extends RecordPdf {
  readonly missing: readonly string[];
}

/** The record as this reader may have it, in her language; of a finished one the copy's digest is kept. */
export async function drawRecord(
  db: Db,
  actor: Actor,
  recordId: string,
  language: string,
  render = renderInWorker,
): Promise<DrawnRecord> {
  const reading = await readContent(db, actor, recordId);
  const values = recordValues(reading, actor.now, languagesFor(actor, language));
  const { layout, words } = await editionOf(db, actor, reading.core);
  const { bytes, missing } = await render({
    layout,
    words: wordsOver(words[language], wordsOf(reading.core.template, language)),
    values: { ...values, sections: fitted(values.sections, layout) },
    language,
  });
  const copy = Buffer.from(bytes);
  const { isDraft, version, annexes } = reading;
  const part = ["core", ...annexes.map(({ householdId }) => householdId)].join("+");
  if (!isDraft) await keepCopy(db, actor, { recordId, version: version ?? 1, part, language, copy });
  return { bytes: copy, fileName: fileNameOf(reading), missing };
}

/** A reader of a language the form has no words in finds what was translated for her all the same. */
const languagesFor = ({ language: own }: Actor, language: string): Languages =>
  paperFor(own) === own.split("-")[0] ? [language] : [language, own];

/** "Itzel Navarro Duarte, conference record 2026-F-0417.pdf" */
function fileNameOf({ core }: Reading): string {
  const number = core.seal?.number ?? "draft";
  return `${core.student.name.replaceAll(/[^\p{L}\p{M}\p{N} .’'-]/gu, " ")}, conference record ${number}.pdf`;
}
