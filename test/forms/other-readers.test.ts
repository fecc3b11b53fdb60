import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drawRecord, languages, lengths, sample } from "./conference-form.ts";

const isInstalled = (command: string, flag: string): boolean =>
  spawnSync(command, [flag]).error === undefined;
const folder = mkdtempSync(join(tmpdir(), "lectern-forms-"));

/** A drawn record as a file, for programs that are not ours. */
async function aFile(length: (typeof lengths)[number], language: string): Promise<string> {
  const path = join(folder, `${length}-${language}.pdf`);
  writeFileSync(path, (await drawRecord(sample(length), language)).bytes);
  return path;
}

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: "utf8" });
const every = lengths.flatMap((length) => languages.map((language) => ({ length, language })));

// Debian's qpdf and poppler-utils; where they are not installed our own reading of the tags (tags.test.ts) stands alone.
describe.skipIf(!isInstalled("qpdf", "--version"))("qpdf", () => {
  test.each(every)("finds nothing wrong with a $length record in $language", async ({ length, language }) => {
    const { status, stdout, stderr } = run("qpdf", "--check", await aFile(length, language));
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("No syntax or stream encoding errors found");
  });
});

describe.skipIf(!isInstalled("pdfinfo", "-v"))("poppler", () => {
  test.each(languages)(
    "reads a record in %s aloud in the order of the form, its tables with headings",
    async (language) => {
      const { stdout } = run("pdfinfo", "-struct-text", await aFile("usual", language));
      const roles = [...stdout.matchAll(/^\s*([A-Z][A-Za-z0-9]*):?(?: |$|\n)/gm)].map(([, role]) => role);
      expect(roles[0]).toBe("Document");
      expect(roles.filter((role) => role === "H1")).toHaveLength(1);
      expect(roles.indexOf("H1")).toBeLessThan(roles.indexOf("H2"));
      expect(roles.indexOf("H2")).toBeLessThan(roles.indexOf("H3"));
      const headings = roles.filter((role) => role === "TH").length;
      expect(headings).toBeGreaterThan(roles.filter((role) => role === "Table").length);
      for (const role of ["L", "LI", "Lbl", "LBody", "THead", "TBody", "TR", "TD", "P"])
        expect(roles).toContain(role);
    },
  );
});
