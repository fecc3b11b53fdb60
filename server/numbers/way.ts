import type { Actor } from "#server/access/actor.ts";
import type { KnownStudent } from "./find-student.ts";
import type { NumberValue } from "./numbers.contract.ts";
import type { Kept, Values } from "./numbers.queries.ts";
import type { Given, Refusal } from "./read-table.ts";

/** What a row has to be completed with. */
export interface Around {
  readonly actor: Pick<Actor, "now" | "today">;
  readonly student: KnownStudent;
  /** What stands now under the same key. */
  readonly kept: Kept | undefined;
}

/** What a row is about: the fields no two rows of a student share. */
export type Key = Readonly<Record<string, NumberValue>>;

/** How one kind of numbers finds its row, and what it writes there. */
export interface Way {
  /** `today` names the year where nothing else does. */
  readonly key: (given: Given, when: { today: string }) => Key | Refusal;
  readonly values: (given: Given, around: Around) => Values | Refusal;
  /** What the person who writes is shown of it. */
  readonly shown: readonly string[];
}

export const isRefusal = (value: object): value is Refusal => "reason" in value;

export const missing = (column: string): Refusal => ({ reason: "missing", column });

/** What the row says, else what stands: an empty cell changes nothing. */
export const overKept =
  (given: Given, kept: Kept | undefined) =>
  (field: string): NumberValue =>
    given[field] ?? kept?.[field] ?? null;
