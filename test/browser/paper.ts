import { expect } from "vitest";
import { pictureOf, textOf } from "#test/forms/read-pdf.ts";
import { keepPicture } from "#test/support/browser.ts";

/** The record as paper: drawn as pictures, and its words read back. */
export async function lookAtPdf(pdf: Uint8Array): Promise<void> {
  const pages = await textOf(pdf);
  for (const [index] of pages.entries()) {
    const { png, grey } = await pictureOf(pdf, index + 1, 1.5);
    keepPicture(`line-record-${index + 1}`, png);
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
