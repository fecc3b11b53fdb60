import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid } from "#server/http/problems.ts";
import { addPerson } from "#server/people/add-person.ts";
import { lockPerson, nameOf } from "#server/people/change-person.ts";
import type { NewInterpreter } from "./interpreter.contract.ts";
import { bringLanguages, listLanguages } from "./interpreter.queries.ts";

/** Writes down that somebody new, or somebody the district knows already, interprets; never a student. */
export async function addInterpreter(
  tx: Tx,
  actor: Actor,
  { personId, person, languages }: NewInterpreter,
): Promise<string> {
  if ((personId === undefined) === (person === undefined))
    throw new Invalid("person", "Name somebody known, or somebody new.");
  const id = person ? await addPerson(tx, actor, person) : (personId ?? "");
  const known = await lockPerson(tx, actor, id, notAStudent);
  const before = await listLanguages(tx, actor, id);
  const after = [...new Set([...before, ...languages])].sort();
  await bringLanguages(tx, actor, id, languages);
  await noteChange(tx, actor, {
    ...{ kind: "interpreter", studentId: null, subjectId: id, subject: nameOf(known) },
    ...{ field: "languages", old: before, new: after },
  });
  return id;
}

const notAStudent = sql<boolean>`not exists (select 1 from student st where st.district_id = person.district_id and st.person_id = person.id)`;
