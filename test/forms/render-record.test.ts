import { describe, expect, test } from "vitest";
import type { RenderedForm } from "#server/forms/render-form.ts";
import { expectTidy } from "./boxes.ts";
import { drawRecord, languages, lengths, sample } from "./conference-form.ts";
import { textOf } from "./read-pdf.ts";

const words = (text: string): string[] => text.normalize("NFC").match(/[\p{L}\p{M}]{2,}|\p{N}+/gu) ?? [];

/** Lines whose words the file does not give back. */
async function lostLines({ bytes, boxes }: RenderedForm): Promise<string[]> {
  const pages = (await textOf(bytes)).map((page) => page.normalize("NFC").replaceAll(/\s/g, ""));
  return boxes
    .filter((box) => !words(box.text).every((word) => pages[box.page - 1]!.includes(word)))
    .map((box) => box.text);
}

describe.each(languages)("a conference record in %s", (language) => {
  test.each(lengths)("of %s length keeps every line on the paper and none on another", async (length) => {
    expectTidy(await drawRecord(sample(length), language));
  });

  test.each(lengths)("of %s length gives its words back when copied", async (length) => {
    const form = await drawRecord(sample(length), language);
    expect(await lostLines(form)).toEqual([]);
    expect(form.missing).toEqual([]);
  });

  test.each(lengths)("of %s length is smaller than 150 KB", async (length) => {
    expect((await drawRecord(sample(length), language)).bytes.length).toBeLessThan(150_000);
  });
});

test("the same values give the same bytes, whatever was drawn before", async () => {
  const first = await drawRecord(sample("usual"));
  await drawRecord(sample("longest"), "ar");
  expect(Buffer.from((await drawRecord(sample("usual"))).bytes).equals(Buffer.from(first.bytes))).toBe(true);
});

test("a draft says so behind its text on every page, a final record does not", async () => {
  const draft = await textOf((await drawRecord({ ...sample("longest"), draft: true })).bytes);
  const final = await textOf((await drawRecord(sample("longest"))).bytes);
  expect(draft.every((page) => page.includes("DRAFT"))).toBe(true);
  expect(final.some((page) => page.includes("DRAFT"))).toBe(false);
});

test("every page tells its number, the record's number, and the digest's beginning and end", async () => {
  const { bytes, pages } = await drawRecord(sample("longest"));
  const text = await textOf(bytes);
  expect(text.map((page, index) => page.includes(`Page ${index + 1} of ${pages}`))).not.toContain(false);
  expect(
    text.every((page) => page.includes("2026-F-0417") && /9f3c\s71e0\s5ab8\sd264\s…\s0c17/.test(page)),
  ).toBe(true);
});

test("the sections stand in the order in which people meet", async () => {
  const { boxes } = await drawRecord(sample("usual"));
  const order = [
    "Who took part",
    "Proud work",
    "Strengths",
    "Promises from last time",
    "Results: language arts and math",
    "The family’s words and questions",
    "Support plan",
    "Goals",
    "What happens next",
    "Acknowledgement",
  ];
  const found = order.map((heading) => boxes.findIndex((box) => box.text === heading));
  expect(found).toEqual(found.toSorted((one, other) => one - other));
  expect(found).not.toContain(-1);
  const sides = ["At school", "At home", "Student"].map(
    (label) => boxes.find((box) => box.text === label && box.x < 60 && box.page === 1)!.y,
  );
  expect(sides).toEqual(sides.toSorted((one, other) => one - other));
});

test("a name in any of our scripts is drawn and can be copied", async () => {
  for (const name of [
    "Nguyễn Thị Hồng Ánh",
    "Дмитро Коваленко",
    "Φωτεινή Παπαδημητρίου",
    "Ołtarzewska Łucja",
    "محمد عبد الرحمن",
  ]) {
    const values = { ...sample("usual"), headings: { student: name } };
    const form = await drawRecord(values);
    expect(form.missing).toEqual([]);
    const [page] = await textOf(form.bytes);
    for (const word of name.split(" ")) expect(page).toContain(word);
  }
});

test("a letter no face has is drawn as a sign, reported, and still copied as itself", async () => {
  const form = await drawRecord({ ...sample("usual"), headings: { student: "Yuki 雪 ሰላም" } });
  expect(form.missing).toEqual([..."ላም", "ሰ", "雪"].sort());
  expect((await textOf(form.bytes))[0]).toContain("雪");
});

test("a word whose marks the font cannot place is drawn all the same", async () => {
  const form = await drawRecord({ ...sample("usual"), headings: { student: "ڢاس" } });
  expect(form.missing).toEqual([]);
  expect(form.boxes.map((box) => box.text)).toContain("ڢاس");
});

test("forty promises and a very long name go on over the pages", async () => {
  const values = sample("longest");
  const promise = values.sections.promises!.school as Record<string, unknown>[];
  const many = {
    ...values,
    sections: { ...values.sections, promises: { school: Array.from({ length: 40 }, () => promise[0]!) } },
  };
  const form = await drawRecord(many as never);
  expectTidy(form);
  expect(form.boxes.filter((box) => box.text.startsWith("Promise 1")).length).toBe(40);
});

test("no heading is left alone at the foot of a page", async () => {
  for (let lines = 0; lines < 40; lines += 3) {
    const values = sample("usual");
    values.sections.strengths!.words = {
      own: Array(lines * 8)
        .fill("again")
        .join(" "),
      adviser: "Well done.",
    };
    const { boxes } = await drawRecord(values);
    for (const box of boxes.filter(
      (each) => each.height > 13 && each.height < 13.5 && !/^\d/.test(each.text),
    )) {
      const below = boxes.filter((each) => each.page === box.page && each.y > box.y + 5 && each.y < 740);
      expect(below.length, `${box.text} with ${lines} lines before`).toBeGreaterThan(0);
    }
  }
});
