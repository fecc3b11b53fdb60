import type { FormValues } from "#server/forms/form-values.contract.ts";

/** What somebody might write, in five scripts; the Latin one leaves a sample as it is. */
const corpora = {
  latin: null,
  vietnamese: {
    lang: "vi",
    words: "Em đã đo ba lần trước khi nói, và hỏi lại cho đến khi hiểu rõ từng bước một. ",
  },
  cyrillic: {
    lang: "ru",
    words: "Я трижды измерила, прежде чем говорить, и спрашивала снова, пока не поняла каждый шаг. ",
  },
  greek: {
    lang: "el",
    words: "Μέτρησα τρεις φορές πριν μιλήσω και ρώτησα ξανά, μέχρι να καταλάβω κάθε βήμα. ",
  },
  arabic: { lang: "ar", words: "قست ثلاث مرات قبل أن أتكلم، وسألت مرة أخرى حتى فهمت كل خطوة. " },
} as const;

export type Script = keyof typeof corpora;
export const scripts = Object.keys(corpora) as Script[];

/** The same record with whatever people wrote in another script, as long as it was. */
export function inScript(values: FormValues, script: Script): FormValues {
  const corpus = corpora[script];
  if (!corpus) return values;
  const written = (text: string): string =>
    corpus.words
      .repeat(Math.ceil(text.length / corpus.words.length))
      .slice(0, text.length)
      .trim();
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (value === null || typeof value !== "object") return value;
    if ("text" in value && typeof value.text === "string" && "lang" in value)
      return { ...value, text: written(value.text), lang: corpus.lang };
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each)]));
  };
  return { ...values, sections: inside(values.sections) as FormValues["sections"] };
}
