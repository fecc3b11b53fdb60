import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { Problem, Refused, Stale } from "#server/http/problems.ts";
import { problemsIn } from "./definition/check-definition.ts";
import type { TemplateProblem } from "./definition/definition.contract.ts";
import { completed } from "./definition/usual-form.ts";
import { problemsOnPaper } from "./preview-template.ts";
import type { Publishing } from "./record-template.contract.ts";
import {
  insertVersion,
  lockRecordTemplate,
  putRecordTemplate,
  readRecordTemplate,
} from "./record-template.queries.ts";

/**
 * Publishes a form as its next version: records begun from now on ask what it asks, and those begun before stay as they
 * are. Throws 409 `record-template-invalid` with everything that is wrong in `current`, 409 `stale`, 409
 * `record-template-same` where nothing was changed.
 */
export async function publishTemplate(
  tx: Tx,
  actor: Actor,
  templateId: string,
  { revision }: Publishing,
): Promise<number> {
  const template = await lockRecordTemplate(tx, actor, templateId);
  if (template.isRetired) throw new Refused("record-template-retired");
  if (template.revision !== revision) throw new Stale(template.revision, "revision");
  if (!template.hasChanges) throw new Refused("record-template-same");
  const definition = completed(template.definition);
  refuse(problemsIn(definition));
  const version = (template.version ?? 0) + 1;
  await insertVersion(tx, actor, { ...template, definition }, version);
  await putRecordTemplate(tx, actor, templateId, { publishedRevision: revision });
  return version;
}

/** Refuses what only drawing tells, before anything is held: it takes seconds. Throws like `publishTemplate`. */
export async function tryOnPaper(db: Db, actor: Actor, templateId: string): Promise<void> {
  const { name, definition } = await readRecordTemplate(db, actor, templateId);
  const whole = completed(definition);
  refuse(problemsIn(whole));
  refuse(await problemsOnPaper({ name, version: 1, definition: whole }));
}

function refuse(problems: TemplateProblem[]): void {
  if (problems.length === 0) return;
  throw new Problem(
    409,
    "record-template-invalid",
    "Something is to be mended before this can be published.",
    {
      current: problems,
    },
  );
}
