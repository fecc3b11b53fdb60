import { randomBytes } from "node:crypto";
import type { Actor } from "#server/access/actor.ts";
import { canonicalJson, digestOf } from "#server/canonical.ts";
import type { Tx } from "#server/database/connect.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import type { Annex, Core, Seal } from "../content/record-content.contract.ts";

/** Holds all of the student's records, always in the same order, so that her chain grows by one at a time. */
export async function lockChain(tx: Tx, { districtId }: Actor, recordId: string): Promise<void> {
  const whose = tx
    .selectFrom("conferenceRecord as this")
    .select("this.studentId")
    .where("this.districtId", "=", districtId)
    .where("this.id", "=", recordId);
  await tx
    .selectFrom("conferenceRecord")
    .select("id")
    .where("districtId", "=", districtId)
    .where("studentId", "=", whose)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** The digest of the student's newest sealed record, which the next one follows. */
export async function findLastDigest(tx: Tx, { districtId }: Actor, studentId: string) {
  const last = await tx
    .selectFrom("recordVersion")
    .innerJoin("conferenceRecord", (join) =>
      join
        .onRef("conferenceRecord.districtId", "=", "recordVersion.districtId")
        .onRef("conferenceRecord.id", "=", "recordVersion.recordId"),
    )
    .select("recordVersion.digest")
    .where("recordVersion.districtId", "=", districtId)
    .where("conferenceRecord.studentId", "=", studentId)
    .orderBy("recordVersion.sealedAt", "desc")
    .orderBy("recordVersion.recordId", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.digest ?? null;
}

interface Version {
  record: { id: string; template: string };
  seal: Seal;
  parts: { part: string; content: Core | Annex }[];
  previous: Buffer | null;
}

/** Keeps a version: each part as canonical JSON under its own salt, and one signed digest over all of them and the record before. */
export async function keepVersion(
  tx: Tx,
  { districtId, personId, now }: Actor,
  { record, seal, parts, previous }: Version,
  signer: RecordSigner,
): Promise<Buffer> {
  const kept = parts.map(({ part, content }) => {
    const [canonical, salt] = [canonicalJson(content), randomBytes(32)];
    return { part, canonical, salt, digest: digestOf(salt, canonical) };
  });
  const version = { districtId, recordId: record.id, version: seal.version };
  const digest = digestOf(chained(seal, kept, previous));
  await tx
    .insertInto("recordVersion")
    .values({
      ...version,
      schemaVersion: 1,
      template: record.template,
      sealedAt: now,
      sealedBy: personId,
      digest,
      previousDigest: previous,
      signature: signer.sign(digest),
    })
    .execute();
  await tx
    .insertInto("recordPart")
    .values(kept.map((part) => ({ ...version, ...part })))
    .execute();
  return digest;
}

/** What a version's digest is taken over: anyone holding the digests of the parts can take it again. */
export const chained = (
  { number, version, sealedAt }: Pick<Seal, "number" | "version" | "sealedAt">,
  parts: readonly { part: string; digest: Buffer }[],
  previous: Buffer | null,
): string =>
  canonicalJson({
    number,
    version,
    sealedAt,
    parts: Object.fromEntries(parts.map(({ part, digest }) => [part, digest.toString("hex")])),
    previous: previous?.toString("hex") ?? null,
  });

/** From now on the record is read from its sealed parts alone. */
export async function markSealed(tx: Tx, actor: Actor, recordId: string, { number }: Seal): Promise<void> {
  await tx
    .updateTable("conferenceRecord")
    .set({ state: "sealed", number, sealedAt: actor.now, sealedBy: actor.personId })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", recordId)
    .execute();
  await tx
    .updateTable("acknowledgement")
    .set({ version: 1 })
    .where("districtId", "=", actor.districtId)
    .where("recordId", "=", recordId)
    .where("voidedAt", "is", null)
    .execute();
}

/** The version names are given under now; none before it is finished. */
export async function newestVersion(tx: Tx, { districtId }: Actor, recordId: string): Promise<number | null> {
  const { version } = await tx
    .selectFrom("recordVersion")
    .select((max) => max.fn.max<number | null>("version").as("version"))
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .executeTakeFirstOrThrow();
  return version;
}

/** A guardian who may inspect the student's records today, with her household. */
export const findFamilyOf = (tx: Tx, { districtId, today }: Actor, studentId: string, personId: string) =>
  tx
    .selectFrom("guardianship")
    .select("householdId")
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("guardianId", "=", personId)
    .where("mayInspectRecords", "=", true)
    .where("fromOn", "<=", today)
    .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">=", today)]))
    .executeTakeFirst();
