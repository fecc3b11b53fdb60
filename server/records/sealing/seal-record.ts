import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { agreeGoals } from "#server/goals/agree-goals.ts";
import { Problem, Refused, Stale } from "#server/http/problems.ts";
import { agreeSupport } from "#server/interventions/plan-support.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { sendQuestions } from "#server/teacher-questions/send-questions.ts";
import { nameOf } from "../content/content.queries.ts";
import { keepEdition } from "../content/form-edition.ts";
import { readLiveContent } from "../content/live-content.ts";
import type { Seal } from "../content/record-content.contract.ts";
import { listMissing } from "../missing.ts";
import { sealableBy } from "../record.access.ts";
import type { MissingThing, Sealed } from "../record.contract.ts";
import { lockRecord } from "../record.queries.ts";
import { readRoom } from "../room.queries.ts";
import { takeNumber } from "./number.ts";
import { digestOfContent } from "./read-back.ts";
import { findLastDigest, keepVersion, lockChain, markSealed } from "./seal.queries.ts";
import { tellFamily } from "./tell-family.ts";

interface Sealing {
  readonly recordId: string;
  readonly revision: number;
  /** Stands on paper ever after, so that a later address changes no byte of it. */
  readonly checkAt?: string | undefined;
}

/** Finishes a record for good: number, canonical copies, digests, the school's signature, agreed goals, and word to the family. The second of two finds it done. */
export async function sealRecord(
  tx: Tx,
  actor: Actor,
  { recordId, revision, checkAt }: Sealing,
  signer: RecordSigner,
): Promise<Sealed> {
  await lockChain(tx, actor, recordId);
  const record = await lockRecord(tx, actor, recordId, sealableBy(actor));
  if (record.state !== "draft" && record.state !== "read-back") throw new Refused("already-sealed");
  if (record.revision !== revision) throw new Stale(record.revision, "revision");
  await refuseIncomplete(tx, actor, record);
  const { seasonId, outcome } = await readRoom(tx, actor, record.conferenceId);
  // Of a meeting that was stopped or never was, nothing is agreed yet: it waits for the next one.
  if (isMet(outcome)) {
    await agreeGoals(tx, actor, { studentId: record.studentId, seasonId });
    await agreeSupport(tx, actor, record.conferenceId);
  }
  const previous = await findLastDigest(tx, actor, record.studentId);
  const seal: Seal = {
    number: await takeNumber(tx, actor, record.conferenceId),
    version: 1,
    sealedAt: actor.now.toISOString(),
    sealedBy: await nameOf(tx, actor, actor.personId),
  };
  const { core, annexes } = await readLiveContent(tx, actor, record);
  const edition = await keepEdition(tx, actor, core);
  const parts = [
    { part: "core", content: { ...core, edition, ...(checkAt ? { checkAt } : {}), seal } },
    ...annexes.map((annex) => ({ part: annex.householdId, content: { ...annex, seal } })),
  ];
  const digest = await keepVersion(tx, actor, { record, seal, parts, previous }, signer);
  await markSealed(tx, actor, recordId, seal);
  if (isMet(outcome))
    await sendQuestions(tx, actor, { ...record, studentName: core.student.name }, core.teachers ?? []);
  const writtenTo = await tellFamily(tx, actor, record);
  return { number: seal.number, version: seal.version, digest: digest.toString("hex"), writtenTo };
}

type Locked = Awaited<ReturnType<typeof lockRecord>>;

/** Says everything that is missing at once, each with the place to give it. */
async function refuseIncomplete(tx: Tx, actor: Actor, record: Locked): Promise<void> {
  const { outcome, missing } = await listMissing(tx, actor, record);
  if (isMet(outcome) && !(await wasReadBack(tx, actor, record))) missing.push(readBackFirst);
  if (missing.length > 0)
    throw new Problem(409, "not-complete", "Something is still needed before this can be finished.", {
      current: missing,
    });
}

const isMet = (outcome: string | null): boolean => outcome === "held" || outcome === "held-without-family";

const readBackFirst: MissingThing = { key: "readBack", section: "ending", field: null, part: null };

/** Goals and attendance are rows of others: what stands there now must be what was read aloud. */
const wasReadBack = async (tx: Tx, actor: Actor, record: Locked): Promise<boolean> =>
  record.state === "read-back" &&
  record.readBackDigest?.equals(await digestOfContent(tx, actor, record)) === true;
