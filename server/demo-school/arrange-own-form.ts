import { makeTemplate, openTemplate } from "#server/record-templates/keep-template.ts";
import { publishTemplate } from "#server/record-templates/publish-template.ts";
import type { Telling } from "./telling.ts";

/** Seniors are asked what comes after graduation: the school's own form, published and not yet chosen for a season. */
export async function arrangeOwnForm(telling: Telling): Promise<void> {
  const { tx, calendar, schoolId } = telling;
  const eze = telling.actor("eze", calendar.now);
  const id = await makeTemplate(tx, eze, schoolId, { name: "Seniors", copyOf: "seniors" });
  const { revision } = await openTemplate(tx, eze, id);
  await publishTemplate(tx, eze, id, { revision });
}
