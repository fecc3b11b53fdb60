import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listPieces, type Piece } from "../piece.queries.ts";
import { sectionOf } from "../sections/own-sections.ts";
import type { ShownThought, ShownWork } from "../shown.contract.ts";
import type { StageItem } from "./presentation.contract.ts";
import { gatherThings } from "../stage-choices/gather-things.ts";
import { listKeptOff } from "../stage-choices/stage-choice.queries.ts";
import { listStageHangings } from "./stage.queries.ts";

/** Whose evening it is. `home` is the one household whose promises may stand on the screen; undefined shows all. */
export interface Evening {
  readonly studentId: string;
  readonly seasonId: string;
  readonly segments: readonly string[];
  readonly home?: string | null;
  /** Nobody is expected in the room who may not see grades and results. */
  readonly mayShowNumbers: boolean;
  /** The keys of the parts in which work hangs. */
  readonly sections: readonly string[];
  /** The names of the sections she made, by key. */
  readonly names: Readonly<Record<string, string>>;
}

/** Something to keep as it is shown; what is not on the stage is kept for those entitled to it alone. */
export type Gathered = StageItem & { readonly onStage: boolean };

const shown = { schemaVersion: 1 } as const;

/** Everything to keep of an evening, in the agenda's order: what the student left out of her goals is not in it. */
export async function gatherStage(db: Db, actor: Actor, evening: Evening): Promise<Gathered[]> {
  const [works, things, keptOff] = await Promise.all([
    gatherWork(db, actor, evening),
    gatherThings(db, actor, evening),
    listKeptOff(db, actor, evening.studentId, evening.seasonId),
  ]);
  const chosen = things.flatMap(({ thing, item }): Gathered[] => {
    const isLeft = keptOff.has(thing);
    if (item.audience === "all") return isLeft ? [] : [{ ...item, onStage: true }];
    return [{ ...item, onStage: evening.mayShowNumbers && !isLeft }];
  });
  const items = [...works.map((item) => ({ ...item, onStage: true })), ...chosen];
  return evening.segments.flatMap((segment) => items.filter((item) => item.shown.segment === segment));
}

async function gatherWork(
  db: Db,
  actor: Actor,
  { studentId, seasonId, sections, names }: Evening,
): Promise<StageItem[]> {
  const hangings = await listStageHangings(db, actor, studentId, seasonId);
  const pieces = await listPieces(
    db,
    actor,
    hangings.map(({ workSampleId }) => workSampleId),
  );
  return hangings.flatMap(({ id, section, workSampleId, prompt, privateNote }) => {
    const found = pieces.find((piece) => piece.id === workSampleId);
    const segment = sectionOf(section, sections);
    const place = { segment, ...(names[segment] === undefined ? {} : { sectionName: names[segment] }) };
    const whole = found && (prompt === null ? asWork(found, place) : asReflection(found, prompt, place));
    if (!whole) return [];
    const note = privateNote === null ? {} : { note: privateNote };
    return [{ id, audience: "all" as const, workSampleId, shown: whole, ...note }];
  });
}

/** A piece with everything said about it. */
const asWork = ({ id: _, ...piece }: Piece, place: Place): ShownWork => ({
  ...shown,
  kind: "work",
  ...place,
  ...piece,
});

/** What she wrote about a piece, without it; none while the question is not answered. */
function asReflection(piece: Piece, prompt: string, place: Place): ShownThought | undefined {
  const said = piece.reflections.find((reflection) => reflection.prompt === prompt);
  const { title, subject } = piece;
  return said && { ...shown, kind: "reflection", ...place, title, subject, ...said };
}

type Place = { segment: string; sectionName?: string };
