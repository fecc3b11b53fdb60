import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { phraseOwnedBy } from "./phrase.access.ts";
import type { NewPhrase, Phrase, PhraseField } from "./phrase.contract.ts";

/** More than anybody finds her way in. */
const most = 200;

/** What somebody kept, the newest first. */
export async function listPhrases(db: Db | Tx, actor: Actor): Promise<Phrase[]> {
  const rows = await db
    .selectFrom("phrase")
    .select(["id", "field", "language", "words"])
    .where("phrase.districtId", "=", actor.districtId)
    .where(phraseOwnedBy(actor))
    .orderBy("keptAt", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ field, ...phrase }) => ({ ...phrase, field: field as PhraseField }));
}

/** Keeps a sentence; the same one twice is one. Throws 409 `enough-phrases` at two hundred. */
export async function keepPhrase(
  tx: Tx,
  actor: Actor,
  { field, language, words }: NewPhrase,
): Promise<string> {
  const { districtId, personId, now: keptAt } = actor;
  const kept = await listPhrases(tx, actor);
  const same = kept.find(
    (one) => one.field === field && one.language === language && one.words === words.trim(),
  );
  if (same) return same.id;
  if (kept.length >= most) throw new Refused("enough-phrases");
  const id = uuidv7();
  await tx
    .insertInto("phrase")
    .values({ districtId, id, personId, field, language, words: words.trim(), keptAt })
    .onConflict((conflict) => conflict.constraint("phrase_kept_once").doNothing())
    .execute();
  return id;
}

/** Forgets a sentence of hers. */
export const forgetPhrase = (db: Db, actor: Actor, phraseId: string) =>
  db
    .deleteFrom("phrase")
    .where("phrase.districtId", "=", actor.districtId)
    .where("phrase.id", "=", phraseId)
    .where(phraseOwnedBy(actor))
    .execute();
