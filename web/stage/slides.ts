import type {
  Shown,
  ShownCredits,
  ShownGoal,
  ShownGrades,
  ShownPromise,
  ShownResult,
  ShownStrengths,
  ShownThought,
  ShownVersion,
  ShownWork,
  Stage,
  StageItem,
} from "./stage.api.ts";
import { hasPicture, pagesOf, standsFor } from "./pictures.ts";

type In = { key: string; segment: string; note?: string };
export type WordsSlide = In & { kind: "words" };
export type ThoughtSlide = In & { kind: "thought"; thought: ShownThought };
export type StrengthsSlide = In & { kind: "strengths"; strengths: ShownStrengths };
export type PieceSlide = In & {
  kind: "piece";
  work: ShownWork;
  version: ShownVersion | undefined;
  pages: number;
};
export type BothSlide = In & { kind: "both"; work: ShownWork; draft: ShownVersion; final: ShownVersion };
export type SaidSlide = In & { kind: "said"; work: ShownWork; reflection: ShownWork["reflections"][number] };
export type PromisesSlide = In & { kind: "promises"; side: "school" | "family"; promises: ShownPromise[] };
export type BackSlide = In & { kind: "back"; goal: ShownGoal; promise: ShownPromise | undefined };
export type GoalSlide = In & { kind: "goal"; goal: ShownGoal; promises: ShownPromise[] };
export type ResultSlide = In & { kind: "result"; result: ShownResult };
export type GradesSlide = In & { kind: "grades"; grades: ShownGrades["grades"] };
export type CreditsSlide = In & { kind: "credits"; audits: ShownCredits["audits"] };

/** One thing at a time, very large. */
export type Slide =
  | WordsSlide
  | ThoughtSlide
  | StrengthsSlide
  | PieceSlide
  | BothSlide
  | SaidSlide
  | PromisesSlide
  | BackSlide
  | GoalSlide
  | ResultSlide
  | GradesSlide
  | CreditsSlide;

/** The whole evening as slides, in the agenda's order; a part with nothing to show says its own sentence. */
export function slidesOf({ agenda, items }: Pick<Stage, "agenda" | "items">, withNumbers = true): Slide[] {
  const shown = items.filter(({ audience }) => withNumbers || audience === "all");
  const slides = agenda.flatMap(({ key }) => {
    const here = slidesFor(
      key,
      shown.filter((item) => item.shown.segment === key),
    );
    return here.length > 0 ? here : [{ kind: "words" as const, key, segment: key }];
  });
  // What was kept in a part the student has removed since is still shown: before the last words.
  const stray = shown.filter((item) => !agenda.some(({ key }) => key === item.shown.segment));
  const last = agenda.at(-1)?.key ?? "";
  return [...slides.slice(0, -1), ...slidesFor(last, stray), ...slides.slice(-1)];
}

function slidesFor(segment: string, items: StageItem[]): Slide[] {
  const works = items.flatMap((item) => (item.shown.kind === "work" ? workSlides(item, item.shown) : []));
  const thoughts = items.flatMap(({ id, shown, note }): Slide[] =>
    shown.kind === "reflection"
      ? [{ kind: "thought", key: id, segment, thought: shown, ...(note ? { note } : {}) }]
      : [],
  );
  const strengths = items.flatMap(({ id, shown }): Slide[] =>
    shown.kind === "strengths" ? [{ kind: "strengths", key: id, segment, strengths: shown }] : [],
  );
  const results = items.flatMap(({ id, shown }): Slide[] => numberSlides(id, segment, shown));
  const goals = segment === "promises" ? lookBackSlides(segment, items) : goalSlides(segment, items);
  return [...works, ...thoughts, ...strengths, ...results, ...goals];
}

function numberSlides(key: string, segment: string, shown: Shown): Slide[] {
  if (shown.kind === "result") return [{ kind: "result", key, segment, result: shown }];
  if (shown.kind === "grades") return [{ kind: "grades", key, segment, grades: shown.grades }];
  return shown.kind === "credits" ? [{ kind: "credits", key, segment, audits: shown.audits }] : [];
}

/** The piece with its first thought, the draft beside the final, then every further thought. */
export function workSlides({ id, note }: StageItem, work: ShownWork): Slide[] {
  const version = standsFor(work.versions);
  const place = { segment: work.segment, ...(note ? { note } : {}) };
  const piece: PieceSlide = {
    kind: "piece",
    key: id,
    ...place,
    work,
    version,
    pages: version ? pagesOf(version) : 1,
  };
  const draft = work.versions.find((each) => each.stage === "draft" && each !== version);
  const both: BothSlide[] =
    draft && version && canStandBeside(draft) && canStandBeside(version)
      ? [{ kind: "both", key: `${id} both`, ...place, work, draft, final: version }]
      : [];
  const said = work.reflections.slice(1).map((reflection): SaidSlide => ({
    kind: "said",
    key: `${id} ${reflection.prompt}`,
    ...place,
    work,
    reflection,
  }));
  return [piece, ...both, ...said];
}

const canStandBeside = (version: ShownVersion): boolean => hasPicture(version) || version.kind === "text";

/** The school accounts for its promises first, then home, then the student for each of her goals. */
function lookBackSlides(segment: string, items: StageItem[]): Slide[] {
  const promises = only(items, "promise");
  const sides = (["school", "family"] as const).flatMap((side): Slide[] => {
    const theirs = promises.filter((promise) => promise.side === side && promise.state === "accepted");
    return theirs.length > 0
      ? [{ kind: "promises", key: `back ${side}`, segment, side, promises: theirs }]
      : [];
  });
  const goals = only(items, "goal").map((goal): Slide => {
    const promise = promises.find(({ goalId, side }) => goalId === goal.goalId && side === "student");
    return { kind: "back", key: `back ${goal.goalId}`, segment, goal, promise };
  });
  return [...sides, ...goals];
}

const goalSlides = (segment: string, items: StageItem[]): Slide[] =>
  only(items, "goal").map((goal) => ({
    kind: "goal",
    key: goal.goalId,
    segment,
    goal,
    promises: only(items, "promise")
      .filter(({ goalId, state }) => goalId === goal.goalId && state !== "declined")
      .sort((a, b) => order.indexOf(a.side) - order.indexOf(b.side)),
  }));

const order = ["student", "family", "school"];

const only = <K extends Shown["kind"]>(items: StageItem[], kind: K) =>
  items.flatMap(({ shown }) => (shown.kind === kind ? [shown as Extract<Shown, { kind: K }>] : []));

/** What stands at the top of a slide; undefined where the part's own name does. */
export function titleOf(slide: Slide): string | undefined {
  if ("work" in slide) return slide.work.title;
  if ("thought" in slide) return slide.thought.title;
  if ("goal" in slide) return slide.goal.wording;
  return undefined;
}

/** Every picture the evening needs, so that it can be fetched beforehand. */
export const versionsOn = (slides: readonly Slide[]): ShownVersion[] => [
  ...new Set(slides.flatMap((slide) => ("work" in slide ? slide.work.versions : []))),
];
