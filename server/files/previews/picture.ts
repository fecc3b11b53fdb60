/** One picture of a file, not yet stored. */
export interface Picture {
  /** `small`, `large`, or `page-2` and so on. */
  readonly kind: string;
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What the worker is asked. */
export interface PreviewOrder {
  readonly path: string;
  readonly mediaType: string;
}

/** What the worker says, picture by picture; `damaged` when the content cannot be shown. */
export type PreviewNews =
  | { readonly picture: Picture }
  | { readonly done: { readonly width: number; readonly height: number; readonly pages: number | null } }
  | { readonly damaged: string };

/** Longest edge in pixels. */
export const edges = { small: 480, large: 1600 } as const;
