import type { Style } from "../type/span.ts";

/** Ink from 0 (black) to 1 (paper); legible in greyscale because it is grey. */
export const inks = { ink: 0.07, muted: 0.29, strong: 0.42, line: 0.72, hair: 0.86, draft: 0.88 };

/** Points. */
export const space = {
  /** Between columns. */
  gutter: 9,
  /** Between two sections beside each other. */
  alley: 25.5,
  /** Above and below the line between sections. */
  section: 3.8,
  /** Below a section's heading. */
  heading: 2.6,
  /** Between the parts of a section. */
  part: 4,
  /** Above and below a table row's text. */
  row: 1.15,
  /** How far section numbers stand outside the text. */
  hang: 6,
  /** Before a block's title, for its number. */
  indent: 13.5,
};

const LEADING = 11.2;
const ink = inks.ink;

/** Every size the form is set in; nothing is smaller than 8 points but the digest. */
export const styles = {
  body: { voice: "text", size: 8.6, leading: LEADING, ink },
  strong: { voice: "strong", size: 8.6, leading: LEADING, ink },
  quote: { voice: "quote", size: 9, leading: LEADING, ink },
  label: { voice: "text", size: 8.05, leading: 10.4, ink: inks.muted },
  note: { voice: "text", size: 8.05, leading: LEADING, ink: inks.muted },
  columnHead: { voice: "strong", size: 8.6, leading: LEADING, ink },
  title: { voice: "name", size: 23, leading: 25, ink, tracking: -0.018 },
  section: { voice: "name", size: 10.8, leading: 13.4, ink, tracking: -0.003 },
  number: { voice: "number", size: 9.2, leading: 13.4, ink: inks.muted },
  block: { voice: "name", size: 11.2, leading: 13.8, ink, tracking: -0.006 },
  blockNumber: { voice: "number", size: 11.2, leading: 13.8, ink: inks.muted },
  signature: { voice: "quote", size: 12.8, leading: 15.4, ink, tracking: -0.008 },
  formNumber: { voice: "name", size: 12.8, leading: 15.4, ink },
  furniture: { voice: "text", size: 8.05, leading: 10.8, ink: inks.muted },
  furnitureStrong: { voice: "strong", size: 8.05, leading: 10.8, ink },
  digest: { voice: "text", size: 7.2, leading: 10.8, ink: inks.muted, tracking: 0.03 },
} satisfies Record<string, Style>;
