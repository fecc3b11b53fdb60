import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Goal } from "#server/goals/goal.contract.ts";
import { readStudentGoals } from "#server/goals/read-student-goals.ts";
import { readStrengths } from "#server/statements/read-strengths.ts";
import type { StageItem } from "../presentations/presentation.contract.ts";
import { listSittings } from "../presentations/stage.queries.ts";
import type { ShownGoal, ShownPromise, ShownResult } from "../shown.contract.ts";
import { gatherNumbers } from "./gather-numbers.ts";
import { listPlaces } from "./stage-order.queries.ts";

/** The things that stand in the conference by themselves, each with the name by which a student leaves it out. */
export interface Thing {
  readonly thing: string;
  readonly item: StageItem;
}

/** Whose things, and of which home the promises; undefined shows all. */
interface Whose {
  readonly studentId: string;
  readonly seasonId: string;
  readonly home?: string | null;
}

const shown = { schemaVersion: 1 } as const;
const sittingsShown = 6;

/** Her strengths, goals, promises, results and all else that is there without being hung, as she ordered them. */
export async function gatherThings(db: Db, actor: Actor, whose: Whose): Promise<Thing[]> {
  const [places, strengths, goals, results, numbers] = await Promise.all([
    listPlaces(db, actor, whose),
    gatherStrengths(db, actor, whose),
    readStudentGoals(db, actor, whose.studentId, whose.seasonId),
    gatherResults(db, actor, whose.studentId),
    gatherNumbers(db, actor, whose.studentId),
  ]);
  const items: StageItem[] = [
    ...strengths,
    ...goals.lastGoals.flatMap((goal) => goalItems(goal, "promises", whose.home)),
    ...results,
    ...numbers,
    ...goals.goals
      .filter(({ wording }) => wording.trim() !== "")
      .flatMap((goal) => goalItems(goal, "goals", whose.home)),
  ];
  return inOrder(
    items.map((item) => ({ thing: thingOf(item), item })),
    places,
  );
}

/** Part by part; within one, what she gave no place to follows what she did, as it came. */
function inOrder(things: readonly Thing[], places: ReadonlyMap<string, number>): Thing[] {
  const placeOf = ({ thing }: Thing) => places.get(thing) ?? Number.MAX_SAFE_INTEGER;
  const segments = [...new Set(things.map(({ item }) => item.shown.segment))];
  return segments.flatMap((segment) =>
    things
      .filter(({ item }) => item.shown.segment === segment)
      .sort((one, other) => placeOf(one) - placeOf(other)),
  );
}

/** A goal and its promises come and go together; everything else is named by its kind and id. */
const thingOf = ({ id, shown: { kind, ...of } }: StageItem): string =>
  "goalId" in of ? `goal ${of.goalId}` : `${kind} ${id}`;

/** Her own words about what she does well; nothing where she wrote none, so that nothing is missing on the screen. */
async function gatherStrengths(db: Db, actor: Actor, { studentId, seasonId }: Whose): Promise<StageItem[]> {
  const said = await readStrengths(db, actor, { studentId, seasonId });
  if (!said) return [];
  const words = { schemaVersion: 2, kind: "strengths", segment: "strengths", ...said } as const;
  return [{ id: "own", audience: "all", workSampleId: null, shown: words }];
}

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
