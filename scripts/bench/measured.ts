/** One figure: ours, its baseline of the same run, and what the design wants. */
export interface Measured {
  readonly name: string;
  readonly ours: number;
  /** Null where the figure stands alone. */
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly unit: string;
  readonly reach: string;
  readonly isReached: boolean;
  readonly note?: string;
}
