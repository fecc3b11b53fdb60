import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Stale } from "#server/http/problems.ts";
import type { PieceEdit, VersionEdit, WorkSampleEdit } from "./work-sample.contract.ts";
import { changeWorkSample, listOwnClasses, lockWorkSample } from "./work-sample.queries.ts";
import { changeVersion, readOwnVersion } from "./work-version.queries.ts";

/** Changes one field of a piece or of one of its versions; different fields merge, the same one is told. */
export async function editWorkSample(
  tx: Tx,
  actor: Actor,
  workSampleId: string,
  edit: WorkSampleEdit,
): Promise<void> {
  const piece = await lockWorkSample(tx, actor, workSampleId);
  if ("versionId" in edit) return await editVersion(tx, actor, workSampleId, edit);
  if (!isNews(edit, piece[edit.field])) return;
  if (edit.field === "classId" && edit.value !== null) await checkClass(tx, actor, edit.value);
  await changeWorkSample(tx, actor, workSampleId, columnsOf(actor, edit));
}

async function editVersion(tx: Tx, actor: Actor, workSampleId: string, edit: VersionEdit): Promise<void> {
  const version = await readOwnVersion(tx, actor, workSampleId, edit.versionId);
  if (!isNews(edit, version[edit.field])) return;
  const change = edit.field === "altText" ? { altText: edit.value } : { stage: edit.value };
  await changeVersion(tx, actor, edit.versionId, change);
}

/** False when the value stands there already: a save whose reply was lost on the way. */
function isNews({ field, base, value }: WorkSampleEdit, standing: unknown): boolean {
  if (standing === value) return false;
  if (standing !== base) throw new Stale(standing, field);
  return true;
}

/** Work is handed in to a class the student sits in. */
async function checkClass(tx: Tx, actor: Actor, classId: string): Promise<void> {
  const classes = await listOwnClasses(tx, actor);
  if (!classes.some(({ id }) => id === classId)) throw new NotFound("class");
}

const columnsOf = (actor: Actor, { field, value }: PieceEdit) =>
  field === "archived" ? { archivedAt: value ? actor.now : null } : { [field]: value };
