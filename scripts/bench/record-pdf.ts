import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as fontkit from "fontkit";
import { PDFDocument, type PDFFont } from "pdf-lib";
import type { FormLayout } from "#server/forms/form-layout.contract.ts";
import type { FormValues } from "#server/forms/form-values.contract.ts";
import { renderForm, type FormToRender, type RenderedForm } from "#server/forms/render-form.ts";
import { wordsOf } from "#server/records/content/templates.ts";
import { projectRoot } from "#server/project-root.ts";

/** A figure beside its baseline, in milliseconds a document. */
export interface Measured {
  name: string;
  ratio: number;
  ours: number;
  baseline: number;
}

const ROUNDS = 12;
const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, "templates", path), "utf8"));

/** Record PDF, tagged, three lengths, against pdf-lib's bare drawText of the same lines with the parsed fonts shared. */
export async function measureRecordPdf(forms: FormToRender[] = samples()): Promise<Measured> {
  const bare = new BareDocuments();
  const drawn = await Promise.all(forms.map((form) => renderForm(form)));
  let [ours, baseline] = [0, 0];
  // One round to warm both, then turn and turn about, so that neither has the quieter minutes.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, form] of forms.entries()) {
      const mine = await timed(() => renderForm(form));
      const theirs = await timed(() => bare.draw(drawn[index]!));
      if (round > 0) [ours, baseline] = [ours + mine, baseline + theirs];
    }
  }
  const each = ROUNDS * forms.length;
  return { name: "record PDF", ratio: ours / baseline, ours: ours / each, baseline: baseline / each };
}

/** The template's own three lengths; the bench can hand in the demo's sealed records instead. */
function samples(): FormToRender[] {
  const layout = read("conference-record/layout.json") as FormLayout;
  const words = wordsOf("conference-record", "en");
  const values = Object.values(read("conference-record/sample.json") as Record<string, FormValues>);
  return values.map((each) => ({ layout, words, values: each, language: "en" }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const require = createRequire(join(projectRoot, "package.json"));
const faces = {
  text: "source-sans-3/400Regular/SourceSans3_400Regular",
  arabic: "noto-sans-arabic/400Regular/NotoSansArabic_400Regular",
};

/** pdf-lib as its guide shows it, its fonts parsed once. */
class BareDocuments {
  private readonly files = Object.values(faces).map((id) =>
    readFileSync(require.resolve(`@expo-google-fonts/${id}.ttf`)),
  );
  private readonly parsed = new Map(this.files.map((file) => [file as Uint8Array, fontkit.create(file)]));

  async draw({ boxes, pages }: RenderedForm): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    document.registerFontkit({ create: (bytes: Uint8Array) => this.parsed.get(bytes) } as never);
    const [text, arabic] = (await Promise.all(
      this.files.map((file) =>
        document.embedFont(file, { subset: true, features: { ccmp: false } as never }),
      ),
    )) as [PDFFont, PDFFont];
    const sheets = Array.from({ length: pages }, () => document.addPage([612, 792]));
    for (const { page, x, y, text: line } of boxes) {
      const font = /\p{Script=Arabic}/u.test(line) ? arabic : text;
      sheets[page - 1]!.drawText(line.replaceAll("\n", " "), { x, y: 792 - y, size: 8.6, font });
    }
    return document.save();
  }
}
