import type { RenderedForm } from "./draw-form.ts";
import type { FormLayout } from "./form-layout.contract.ts";
import type { FormValues } from "./form-values.contract.ts";
import type { Catalogue } from "./reader.ts";

export type { RenderedForm } from "./draw-form.ts";

/** A form to draw: its layout, the words in the reader's language, and what it says. */
export interface FormToRender {
  layout: FormLayout;
  words: Catalogue;
  values: FormValues;
  /** The reader's, BCP 47. */
  language: string;
}

/** Draws a form as a tagged PDF; the same input gives the same bytes. Throws `FormProblem` naming whatever is wrong with it. */
export async function renderForm({ layout, words, values, language }: FormToRender): Promise<RenderedForm> {
  const [{ checkForm }, { Reader }, { drawForm }] = await Promise.all([
    import("./check-form.ts"),
    import("./reader.ts"),
    import("./draw-form.ts"),
  ]);
  const reader = new Reader(words, language);
  checkForm(layout, values, reader);
  return drawForm(layout, values, reader);
}
