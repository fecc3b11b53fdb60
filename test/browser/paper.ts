import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import { pictureOf, textOf } from "#test/forms/read-pdf.ts";

/** The record as paper: drawn as pictures, and its words read back. */
export async function lookAtPdf(pdf: Uint8Array): Promise<void> {
  const pages = await textOf(pdf);
  for (const [index] of pages.entries()) {
    const { png, grey } = await pictureOf(pdf, index + 1, 1.5);
    writeFileSync(join(projectRoot, `build/screenshots/line-record-${index + 1}.png`), png);
    expect(grey.some((shade) => shade < 80)).toBe(true);
  }
  const words = pages.join(" ");
  for (const said of [
    "Itzel Navarro Duarte",
    "Rosa Duarte",
    "Héctor Navarro",
    "Daniel Okafor",
    "2026-F-0001",
    "Geometry from C to B.",
    "more than expected",
  ])
    expect(words).toContain(said);
  expect(words).not.toContain("DRAFT");
}
