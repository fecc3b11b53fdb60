import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { hangPiece } from "#server/portfolios/hang-piece.ts";
import { projectRoot } from "#server/project-root.ts";
import { answerPrompt } from "#server/reflections/answer-prompt.ts";
import { addVersion } from "#server/work-samples/add-version.ts";
import { addWorkSample } from "#server/work-samples/add-work-sample.ts";
import type { NewVersion } from "#server/work-samples/work-sample.contract.ts";
import type { CastKey } from "./cast.ts";
import { drawnPieces } from "./drawn-pieces.ts";
import type { HangingTold, PieceTold, StudentTold, VersionTold } from "./story.ts";
import type { Telling } from "./telling.ts";

/** Puts every piece of a student on her shelf, oldest first, with what she thought about it. */
export async function fillShelf(telling: Telling, { key, pieces }: StudentTold): Promise<void> {
  for (const piece of pieces) await putOnShelf(telling, key, piece);
}

async function putOnShelf(telling: Telling, student: CastKey, piece: PieceTold) {
  const { tx, calendar } = telling;
  const [first, ...later] = piece.versions;
  if (!first) throw new Error(`“${piece.title}” has no version.`);
  const at = ({ ago }: VersionTold) => telling.actor(student, calendar.at(calendar.day(-ago), "15:20"));
  const language = piece.language ?? "en";
  const { title, subject, asked } = piece;
  const madeOn = calendar.day(-(later.at(-1) ?? first).ago);
  const { id } = await addWorkSample(tx, at(first), {
    ...{ title, subject, asked, madeOn, language, sharedWithAdviser: false },
    version: await versionOf(telling, at(first), first),
  });
  for (const version of later)
    await addVersion(tx, at(version), id, await versionOf(telling, at(version), version));
  for (const [prompt, answer] of Object.entries(piece.reflections ?? {}))
    await answerPrompt(
      tx,
      at(later.at(-1) ?? first),
      { workSampleId: id, prompt },
      { base: "", answer, language },
    );
  telling.pieces.set(`${student} ${piece.key}`, id);
}

async function versionOf(telling: Telling, actor: Actor, told: VersionTold): Promise<NewVersion> {
  const stage = told.stage ?? "final";
  if ("text" in told) return { kind: "text", stage, body: told.text };
  if ("link" in told) return { kind: "link", stage, url: told.link };
  const draw = drawnPieces[told.file];
  const path = join(projectRoot, "server/demo-school/pieces", told.file);
  const content = draw ? await draw() : await readFile(path);
  return {
    kind: "file",
    stage,
    fileId: await telling.keep(actor, told.file, content),
    altText: told.shows,
  };
}

/** Hangs pieces on the student's wall of a season, in the order told. */
export async function hangWall(
  telling: Telling,
  student: CastKey,
  { seasonId, at, wall }: { seasonId: string; at: Date; wall: readonly HangingTold[] },
): Promise<void> {
  const { tx, districtId } = telling;
  const actor = telling.actor(student, at);
  const portfolioId = uuidv7();
  await tx
    .insertInto("portfolio")
    .values({ districtId, id: portfolioId, studentId: actor.personId, seasonId, createdAt: at })
    .execute();
  const lastIn = new Map<string, string>();
  for (const { section, piece, note } of wall) {
    const workSampleId = telling.piece(student, piece);
    const after = lastIn.get(section) ?? null;
    const hanging = { workSampleId, section, after, privateNote: note ?? "" };
    lastIn.set(section, await hangPiece(tx, actor, portfolioId, hanging));
  }
}
