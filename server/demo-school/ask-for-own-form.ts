import { Readable } from "node:stream";
import { receiveFile } from "#server/files/receive-file.ts";
import { addSchoolForm } from "#server/school-forms/add-school-form.ts";
import { useSchoolForm } from "#server/school-forms/keep-school-form.ts";
import { aDistrictForm } from "./district-form.ts";
import type { Telling } from "./telling.ts";

/** The district asks for its own form: finished records come on it as well. */
export async function askForOwnForm(telling: Telling): Promise<void> {
  const { tx, files, calendar, schoolId } = telling;
  const actor = telling.actor("eze", calendar.now);
  const file = Object.assign(Readable.from([await aDistrictForm()]), { truncated: false });
  const received = await receiveFile(files, { filename: "Calder Bay Unified CB-114.pdf", file });
  const formId = await addSchoolForm({ db: tx, files }, actor, { schoolId, received });
  await useSchoolForm(tx, actor, formId);
}
