import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { renderPatiently } from "#server/forms/render-in-worker.ts";
import { fillRecordForm } from "#server/school-forms/fill-record-form.ts";
import { findActorOf } from "#server/sign-in/session.queries.ts";
import { drawRecord, type RecordPdf } from "../content/record-pdf.ts";
import { paperFor } from "../content/templates.ts";
import type { AskedBundle } from "./bundle.queries.ts";
import type { CopyToDraw } from "./list-copies.ts";

/** A copy, drawn; null where its record was withdrawn meanwhile. */
export interface Drawn {
  readonly copy: CopyToDraw;
  readonly pdf: RecordPdf | null;
}

/** So many are drawn ahead of the one that is being written, so that drawing and writing do not wait for each other. */
const ahead = 2;

/** Draws copy after copy, each as its reader would see it; a record withdrawn meanwhile is left out. */
export async function* drawCopies(
  { db, files }: { db: Db; files: Storage },
  { districtId, paper }: AskedBundle,
  copies: readonly CopyToDraw[],
  now: Date,
): AsyncGenerator<Drawn> {
  const draw = async (copy: CopyToDraw): Promise<RecordPdf | null> => {
    const reader = await findActorOf(db, { districtId, personId: copy.readerId }, now);
    if (!reader) return null;
    const language = paperFor(copy.language);
    const drawing =
      paper === "school-form"
        ? fillRecordForm({ db, files }, reader, { recordId: copy.recordId, language })
        : drawRecord(db, reader, copy.recordId, language, renderPatiently);
    return await drawing.catch(unlessGone);
  };
  const drawing: Promise<RecordPdf | null>[] = [];
  for (const [index, copy] of copies.entries()) {
    while (drawing.length <= ahead && index + drawing.length < copies.length)
      drawing.push(settled(draw(copies[index + drawing.length]!)));
    yield { copy, pdf: await drawing.shift()! };
  }
}

/** One that fails while an earlier one is still awaited is not unhandled; whoever awaits it hears of it. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function unlessGone(error: unknown): null {
  if ((error as { status?: number }).status === 404) return null;
  throw error;
}
