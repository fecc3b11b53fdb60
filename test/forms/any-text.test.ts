import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormValues } from "#server/forms/form-values.contract.ts";
import { renderForm } from "#server/forms/render-form.ts";
import { expectTidy } from "./boxes.ts";
import { formOf, trialValues, trialWords } from "./conference-form.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "Itzel",
        "محمد",
        "علي",
        "שלום",
        "12",
        "(",
        ")",
        "–",
        "Nguyễn",
        "\n",
        "٣",
        "a/b",
        "Коваленко",
        " ",
        ", ",
      ),
      { maxLength: 80 },
    )
    .map((words) => words.join(" ")),
  fc.string({ maxLength: 900 }),
  fc.nat(2000).map((length) => "w".repeat(length)),
);
const words = fc.record({ text: anyText, lang: fc.constantFrom("en", "es", "ar") });
const entry = fc.record({ text: words, note: words });

const draw = (
  part: Parameters<typeof formOf>[0],
  value: FormValues["sections"][string][string],
  language: string,
) => renderForm({ layout: formOf(part), words: trialWords, values: trialValues(part.key, value), language });

const language = fc.constantFrom("en", "ar");
// Enough to meet something new now and then; hundreds, run by hand, belong to a change of the engine.
const runs = { numRuns: 12 };
const PATIENCE = 120_000;

test(
  "any text, of any length and script, stays on the paper and off its neighbours in prose",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), language, async (entries, language) => {
        expectTidy(await draw({ kind: "entries", key: "part" }, entries, language));
        expectTidy(await draw({ kind: "box", key: "part" }, entries, language));
      }),
      runs,
    );
  },
  PATIENCE,
);

test(
  "any text stays in its cell of a table",
  async () => {
    const columns = [
      { key: "a", label: "label", rowHead: true, share: 1 },
      { key: "b", label: "other", share: 3 },
      { key: "c", align: "end" as const, share: 0.4 },
    ];
    const rows = fc.array(fc.record({ a: words, b: words, c: words }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, language, async (value, language) => {
        expectTidy(await draw({ kind: "table", key: "part", columns }, value, language));
      }),
      runs,
    );
  },
  PATIENCE,
);

test(
  "any text stays in its block and in its place to sign",
  async () => {
    const columns = [
      { key: "a", label: "label" },
      { key: "b", label: "other" },
    ];
    const block = fc.record({
      title: words,
      meta: words,
      columns: fc.record({ a: fc.array(entry, { maxLength: 3 }), b: fc.array(entry, { maxLength: 3 }) }),
    });
    const slot = fc.record({ name: fc.option(words), role: words, lines: fc.array(words, { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 3 }),
        fc.array(slot, { maxLength: 6 }),
        language,
        async (blocks, slots, language) => {
          expectTidy(await draw({ kind: "blocks", key: "part", columns }, blocks, language));
          expectTidy(await draw({ kind: "slots", key: "part", columns: 4 }, slots, language));
        },
      ),
      runs,
    );
  },
  PATIENCE,
);

test(
  "every letter is drawn or reported",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), async (text) => {
        const { boxes, missing } = await draw({ kind: "text", key: "part" }, { text }, "en");
        const drawn = boxes.map((box) => box.text).join("");
        const lost = [...text.normalize("NFC")].filter(
          (letter) => /[\p{L}\p{N}\p{P}]/u.test(letter) && !drawn.includes(letter),
        );
        expect(lost.filter((letter) => !missing.includes(letter))).toEqual([]);
      }),
      runs,
    );
  },
  PATIENCE,
);
