import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Goal } from "#server/goals/goal.contract.ts";
import { readStudentGoals } from "#server/goals/read-student-goals.ts";
import { gatherNumbers } from "./gather-numbers.ts";
import { listPieces, type Piece } from "../piece.queries.ts";
import { sectionOf } from "../sections/own-sections.ts";
import type { ShownGoal, ShownPromise, ShownResult, ShownThought, ShownWork } from "../shown.contract.ts";
import type { StageItem } from "./presentation.contract.ts";
import { listKeptOff } from "../stage-choices/stage-choice.queries.ts";
import { listSittings, listStageHangings } from "./stage.queries.ts";

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

/** The things that stand in the conference by themselves, each with the name by which a student leaves it out. */
export interface Thing {
  readonly thing: string;
  readonly item: StageItem;
}

const shown = { schemaVersion: 1 } as const;
const sittingsShown = 6;

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

/** Goals, promises, results and all else that is there without being hung. */
export async function gatherThings(
  db: Db,
  actor: Actor,
  evening: Pick<Evening, "studentId" | "seasonId" | "home">,
): Promise<Thing[]> {
  const [goals, results, numbers] = await Promise.all([
    readStudentGoals(db, actor, evening.studentId, evening.seasonId),
    gatherResults(db, actor, evening.studentId),
    gatherNumbers(db, actor, evening.studentId),
  ]);
  const items: StageItem[] = [
    ...goals.lastGoals.flatMap((goal) => goalItems(goal, "promises", evening.home)),
    ...results,
    ...numbers,
    ...goals.goals
      .filter(({ wording }) => wording.trim() !== "")
      .flatMap((goal) => goalItems(goal, "goals", evening.home)),
  ];
  return items.map((item) => ({ thing: thingOf(item), item }));
}

/** A goal and its promises come and go together; everything else is named by its kind and id. */
const thingOf = ({ id, shown: { kind, ...of } }: StageItem): string =>
  "goalId" in of ? `goal ${of.goalId}` : `${kind} ${id}`;

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

async function gatherResults(db: Db, actor: Actor, studentId: string): Promise<StageItem[]> {
  const sittings = await listSittings(db, actor, studentId);
  const thisYear = sittings
    .map(({ schoolYear }) => schoolYear)
    .sort()
    .at(-1);
  const tests = new Map<string, ShownResult>();
  for (const { area, test, ...sitting } of sittings) {
    const key = `${area} ${test}`;
    const before = tests.get(key)?.sittings ?? [];
    tests.set(key, {
      ...shown,
      kind: "result",
      segment: "results",
      area,
      test,
      sittings: [...before, sitting].slice(-sittingsShown),
    });
  }
  return [...tests.entries()]
    .filter(([, result]) => result.sittings.at(-1)?.schoolYear === thisYear)
    .map(([key, result]) => ({ id: key, audience: "numbers", workSampleId: null, shown: result }));
}

/** A goal and, each a thing of its own, what every side does for it. */
function goalItems(goal: Goal, segment: "promises" | "goals", home: string | null | undefined): StageItem[] {
  const { id: goalId, wording, category, measure, dueOn, language, outcome, outcomeNote } = goal;
  const facts = { wording, category, measure, dueOn, language, outcome, outcomeNote };
  const said: ShownGoal = { ...shown, kind: "goal", segment, goalId, ...facts };
  const promises = goal.promises
    .filter((promise) => promise.wording.trim() !== "")
    .filter(({ householdId }) => home === undefined || householdId === null || householdId === home)
    .map((promise): ShownPromise => {
      const { side, householdId, ownerName, byOn, state, kept, keptNote } = promise;
      const words = { wording: promise.wording, ownerName, byOn, language: promise.language };
      return {
        ...shown,
        kind: "promise",
        segment,
        goalId,
        side,
        householdId,
        ...words,
        state,
        kept,
        keptNote,
      };
    });
  return [said, ...promises].map((each, index) => ({
    id: `${goalId} ${index}`,
    audience: "all",
    workSampleId: null,
    shown: each,
  }));
}
