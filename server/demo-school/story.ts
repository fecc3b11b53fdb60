import type { GoalCategory, GoalOutcome, PromiseKept, PromiseSide } from "#server/goals/goal.contract.ts";
import type { Part } from "#server/participants/participant.contract.ts";
import type { Subject } from "#server/work-samples/work-sample.contract.ts";
import type { CreditSubject } from "#server/transcripts/graduation-plan.contract.ts";
import type { Term } from "#server/transcripts/transcript.contract.ts";
import type { CastKey } from "./cast.ts";

/** One state of a piece, and how many days ago it came to be. */
export type VersionTold = { readonly ago: number; readonly stage?: "draft" } & (
  { readonly text: string } | { readonly link: string } | { readonly file: string; readonly shows: string }
);

/** A piece of work with what was thought about it. */
export interface PieceTold {
  readonly key: string;
  readonly title: string;
  readonly subject: Subject;
  readonly asked: string;
  readonly language?: string;
  readonly versions: readonly VersionTold[];
  /** Answers by the question they answer. */
  readonly reflections?: Readonly<Record<string, string>>;
}

export interface HangingTold {
  readonly section: "proud" | "growth" | "skill";
  readonly piece: string;
  readonly note?: string;
}

/** What one side does; `home` says whose when it is home's. */
export interface PromiseTold {
  readonly side: PromiseSide;
  readonly says: string;
  readonly who?: string;
  readonly home?: CastKey;
  readonly language?: string;
  readonly kept?: PromiseKept;
  readonly because?: string;
}

export interface GoalTold {
  readonly wording: string;
  readonly category: GoalCategory;
  readonly measure: string;
  /** Days from today. */
  readonly due: number;
  readonly promises: readonly PromiseTold[];
  readonly outcome?: GoalOutcome;
  readonly outcomeNote?: string;
}

export interface GuestTold {
  readonly who: CastKey;
  readonly part: Part;
  readonly remote?: boolean;
}

/** Something to plan for; a plan has a day to be looked at again, counted from today. */
export interface NeedTold {
  readonly row: Readonly<Record<string, string>>;
  readonly plan?: string;
  readonly reviewed?: number;
}

/** What a record says, by field; a list's rows are counted. */
export interface RecordTold {
  readonly fields: Readonly<Record<string, string>>;
  readonly questions?: readonly Readonly<Record<string, string>>[];
  readonly needs?: readonly NeedTold[];
  /** Days after the conference. */
  readonly nextCheckIn?: number;
}

/** A conference of a past season, from its portfolio to the family's note. */
export interface PastTold {
  /** Days from the middle of the season, and the hour. */
  readonly when: readonly [offset: number, clock: string];
  readonly guests: readonly GuestTold[];
  readonly shows: readonly HangingTold[];
  readonly goals: readonly GoalTold[];
  readonly record: RecordTold;
  readonly note?: { readonly from: CastKey; readonly says: string; readonly language: string };
}

export interface ResultTold {
  readonly area: "language-arts" | "math";
  /** Days from today. */
  readonly on: number;
  readonly score?: number;
  readonly percentile?: number;
  readonly growth?: readonly [grew: number, expected: number];
  readonly notTestedBecause?: string;
}

/** One line of a transcript; without a year ago it is under way. */
export interface CourseTold {
  readonly course: string;
  readonly subject: CreditSubject;
  readonly grade?: string;
  readonly yearsAgo?: number;
  readonly term?: Term;
  /** On the universities' list; all but health unless told otherwise. */
  readonly college?: boolean;
  /** The school that gave it, when it is not ours. */
  readonly from?: string;
}

export interface GradeTold {
  readonly course: string;
  readonly subject: CreditSubject;
  readonly grade: string;
  readonly comment: string;
}

/** Everything one student has done before the visitor comes. */
export interface StudentTold {
  readonly key: CastKey;
  readonly pieces: readonly PieceTold[];
  readonly results?: readonly ResultTold[];
  readonly last?: PastTold;
  /** A year ago. */
  readonly earlier?: PastTold;
  readonly wall?: readonly HangingTold[];
  readonly goals?: readonly GoalTold[];
}
