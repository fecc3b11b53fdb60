import type { Measured } from "./measured.ts";

/** The figures of the design, one a row, each measured beside its own baseline. */
const rows: Record<string, () => Promise<Measured>> = {
  "family-view": async () => (await import("./family-view/family-view.ts")).measureFamilyView(),
  autosave: async () => (await import("./autosave.ts")).measureAutosave(),
  upload: async () => (await import("./upload.ts")).measureUpload(),
  "record-pdf": async () => {
    const { name, ratio, ours, baseline } = await (await import("./record-pdf.ts")).measureRecordPdf();
    return { name, ours, baseline, ratio, unit: "ms a document", reach: "≤ 1.5×", isReached: ratio <= 1.5 };
  },
  "records-zip": async () => (await import("./records-zip.ts")).measureRecordsZip(),
  "first-view": async () => (await import("./first-view.ts")).measureFirstView(),
  "second-start": async () => (await import("./second-start.ts")).measureSecondStart(),
};

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const asJson = process.argv.includes("--json");
const unknown = asked.filter((name) => !(name in rows));
if (unknown.length > 0) {
  console.error(
    `There is no figure called ${unknown.join(", ")}. There are: ${Object.keys(rows).join(", ")}.`,
  );
  process.exit(1);
}

const measured: Record<string, Measured> = {};
for (const [name, measure] of Object.entries(rows)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const figure = (measured[name] = await measure());
  if (!asJson) console.log(lineOf(figure));
}
if (asJson) console.log(JSON.stringify(measured));
process.exit(0);

function lineOf({ name, ours, baseline, ratio, unit, reach, isReached, note }: Measured): string {
  const rounded = (value: number) => value.toPrecision(4);
  const against = baseline === null ? "" : ` against ${rounded(baseline)}`;
  const compared = ratio === null ? "" : `, ratio ${ratio.toFixed(2)}`;
  return `${isReached ? "reached" : "MISSED "}  ${name}: ${rounded(ours)}${against} ${unit}${compared} (to reach ${reach})${note ? `; ${note}` : ""}`;
}
