import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { renderInWorker } from "#server/forms/render-in-worker.ts";
import { keepCopy } from "../content/keep-copy.ts";
import { layoutOf, wordsOf } from "../content/templates.ts";
import { slipValues } from "./slip-values.ts";
import { readLateName } from "./slip.queries.ts";

interface Which {
  readonly recordId: string;
  readonly acknowledgementId: string;
}

/** The slip of a name given after the record was finished; the record beside it is unchanged. */
export async function drawSlip(db: Db, actor: Actor, which: Which, language: string) {
  const late = await readLateName(db, actor, which);
  const template = "acknowledgement-slip";
  const { bytes } = await renderInWorker({
    layout: layoutOf(template),
    words: wordsOf(template, language),
    values: slipValues(late),
    language,
  });
  const copy = Buffer.from(bytes);
  const { recordId, version, number } = late;
  await keepCopy(db, actor, { recordId, version, part: `slip ${which.acknowledgementId}`, language, copy });
  return { bytes: copy, fileName: `Acknowledgement, record ${number}.pdf` };
}
