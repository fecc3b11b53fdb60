import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Stale } from "#server/http/problems.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { isOwnSection } from "#server/record-templates/definition/usual-form.ts";
import { nameOf } from "../content/content.queries.ts";
import type { Annex, Core, CorrectionMade, Seal } from "../content/record-content.contract.ts";
import { correctableBy } from "../record.access.ts";
import type { Correcting } from "../record.contract.ts";
import { lockRecord } from "../record.queries.ts";
import { findLastDigest, keepVersion, lockChain, newestVersion } from "../sealing/seal.queries.ts";
import { tellOfCorrection } from "../sealing/tell-family.ts";
import { listParts, markAmended } from "./correction.queries.ts";

/** Sets a mistake right: a new version beside the old one, which keeps every word; everybody who has a copy is told. */
export async function correctRecord(
  tx: Tx,
  actor: Actor,
  recordId: string,
  { version, part, ...said }: Correcting,
  signer: RecordSigner,
): Promise<{ version: number }> {
  await lockChain(tx, actor, recordId);
  const record = await lockRecord(tx, actor, recordId, correctableBy(actor));
  const newest = await newestVersion(tx, actor, recordId);
  if (newest !== version) throw new Stale(newest, "version");
  const kept = await listParts(tx, actor, { recordId, version });
  if (!kept.some((one) => one.part === part)) throw new NotFound("part");
  refuseUnknown(said.section, kept);
  const seal: Seal = {
    number: record.number ?? "",
    version: version + 1,
    sealedAt: actor.now.toISOString(),
    sealedBy: await nameOf(tx, actor, actor.personId),
  };
  const made = madeOf(said, seal);
  const parts = kept.map((one) => ({
    part: one.part,
    content: corrected(one.content, seal, one.part === part ? [made] : []),
  }));
  const previous = await findLastDigest(tx, actor, record.studentId);
  await keepVersion(tx, actor, { record, seal, parts, previous }, signer);
  await markAmended(tx, actor, recordId);
  await tellOfCorrection(tx, actor, record, seal.version);
  return { version: seal.version };
}

/** A section its school added is one of this record's form. */
function refuseUnknown(section: string, kept: readonly { content: Core | Annex }[]): void {
  if (!isOwnSection(section)) return;
  const sections = kept.flatMap(({ content }) =>
    content.kind === "core" ? (content.form?.sections ?? []) : [],
  );
  if (!sections.some(({ key }) => key === section))
    throw new Invalid("section", "The record has no such section.");
}

const madeOf = (
  { section, what, because, language }: Omit<Correcting, "version" | "part">,
  { version, sealedAt, sealedBy }: Seal,
): CorrectionMade => ({
  version,
  section,
  what: { text: what, language },
  because: { text: because, language },
  by: sealedBy,
  at: sealedAt,
});

const corrected = <C extends Core | Annex>(content: C, seal: Seal, made: CorrectionMade[]): C => ({
  ...content,
  seal,
  corrections: [...(content.corrections ?? []), ...made],
});
