import type { Voice } from "./faces.ts";

/** What a line is set in: sizes and leading in points, ink from 0 (black) to 1 (paper). */
export interface Style {
  voice: Voice;
  size: number;
  leading: number;
  ink: number;
  /** Air between letters, in ems. */
  tracking?: number;
}

/** A sign drawn in front of words. */
export type Mark = "done" | "partly" | "open" | "alert" | "flag";

/** A stretch of text of one style and one language. */
export interface Span {
  text: string;
  style: Style;
  /** Left out: the language around it. */
  lang?: string;
  mark?: Mark;
  /** Kept apart from its neighbours' direction; "auto" follows its own first letter. */
  isolate?: "auto" | "ltr" | "rtl";
}

/** A paragraph before it is broken into lines. */
export interface Paragraph {
  spans: Span[];
  direction: "ltr" | "rtl" | "auto";
}
