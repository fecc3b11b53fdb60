import { createHash } from "node:crypto";
import type { Actor } from "#server/access/actor.ts";
import { canonicalJson } from "#server/canonical.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import type { FormLayout } from "#server/forms/form-layout.contract.ts";
import type { Catalogue } from "#server/forms/reader.ts";
import { arrangeLayout } from "#server/record-templates/arranging/arrange-layout.ts";
import { arrangeWords } from "#server/record-templates/arranging/arrange-words.ts";
import { formOf } from "./form-of.ts";
import type { Core } from "./record-content.contract.ts";
import { layoutOf, papers, wordsOf } from "./templates.ts";

/** A form whole: what stands in which order, and its sentences in every language it is printed in. */
export interface FormEdition {
  readonly layout: FormLayout;
  readonly words: Readonly<Record<string, Catalogue>>;
}

/** The form of a record as it is today. */
export function editionNow(core: Core): FormEdition {
  const form = formOf(core);
  const layout = arrangeLayout(layoutOf(core.template), form);
  const words = papers.map((tag) => [tag, arrangeWords(wordsOf(core.template, tag), layout, form, tag)]);
  return { layout, words: Object.fromEntries(words) as FormEdition["words"] };
}

/** Keeps the form a record is finished with, so that later words and layouts change nothing in it; returns its SHA-256. */
export async function keepEdition(tx: Tx, { districtId, now }: Actor, core: Core): Promise<string> {
  const form = canonicalJson(editionNow(core));
  const digest = createHash("sha256").update(form).digest();
  await tx
    .insertInto("formEdition")
    .values({ districtId, digest, form, keptAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return digest.toString("hex");
}

/** The words a form was kept with; what is said today and was not then is said in today's words. */
export function wordsOver(kept: Catalogue | undefined, today: Catalogue): Catalogue {
  if (!kept) return today;
  const all: Catalogue = { ...today };
  for (const [key, word] of Object.entries(kept)) {
    const now = all[key];
    all[key] = typeof word === "object" && typeof now === "object" ? wordsOver(word, now) : word;
  }
  return all;
}

const opened = new Map<string, FormEdition>();
const atMost = 40;

/** The form a record is drawn after: the one it was finished with, else today's. */
export async function editionOf(db: Db, { districtId }: Actor, core: Core): Promise<FormEdition> {
  if (!core.edition) return editionNow(core);
  const known = opened.get(core.edition);
  if (known) return known;
  const kept = await db
    .selectFrom("formEdition")
    .select("form")
    .where("districtId", "=", districtId)
    .where("digest", "=", Buffer.from(core.edition, "hex"))
    .executeTakeFirst();
  if (!kept) return editionNow(core);
  const edition = JSON.parse(kept.form) as FormEdition;
  // What a digest names never changes, so that it is read once.
  if (opened.size >= atMost) opened.clear();
  opened.set(core.edition, edition);
  return edition;
}
