import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import { lockPerson, nameOf } from "#server/people/change-person.ts";
import { languagesKeptBy } from "./interpreter.access.ts";
import type { LanguagesChange } from "./interpreter.contract.ts";
import { bringLanguages, endLanguages, listLanguages } from "./interpreter.queries.ts";

/** Changes the languages somebody brings; one that is left out ends, and what was booked stays booked. */
export async function changeLanguages(
  tx: Tx,
  actor: Actor,
  interpreterId: string,
  { base, value }: LanguagesChange,
): Promise<void> {
  const person = await lockPerson(tx, actor, interpreterId, languagesKeptBy(actor));
  const now = await listLanguages(tx, actor, interpreterId);
  if (!isDeepStrictEqual(now, base.toSorted())) throw new Stale(now, "languages");
  await bringLanguages(tx, actor, interpreterId, value);
  await endLanguages(
    tx,
    actor,
    interpreterId,
    now.filter((language) => !value.includes(language)),
  );
  await noteChange(tx, actor, {
    ...{ kind: "interpreter", studentId: null, subjectId: interpreterId, subject: nameOf(person) },
    ...{ field: "languages", old: now, new: value.toSorted() },
  });
}
