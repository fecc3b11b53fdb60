import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import {
  hangPiece,
  movePiece,
  notePiece,
  openPortfolio,
  takeDownPiece,
} from "#web/portfolios/portfolio.api.ts";
import { addPiece, aStudentWithPortfolio, titlesOn, wallAs } from "./portfolio-story.ts";

const lectern = useLectern();

test("the student’s first look makes her portfolio, and looking twice at once makes one", async () => {
  const { itzel, portfolioId } = await aStudentWithPortfolio(lectern);
  const looks = await Promise.all([1, 2, 3].map(() => wallAs(lectern, itzel, itzel)));
  expect(new Set(looks.map(({ portfolio }) => portfolio?.id))).toEqual(new Set([portfolioId]));
  expect(looks[0]?.portfolio?.sections.map(({ key, minutes }) => [key, minutes])).toEqual([
    ["proud", 3],
    ["growth", 3],
    ["skill", 2],
  ]);
});

test("an adviser who looks first makes nothing", async () => {
  const { kofi, mrOkafor } = await aStudentWithPortfolio(lectern);
  expect(await wallAs(lectern, mrOkafor, kofi)).toMatchObject({
    season: { name: "Fall conferences" },
    portfolio: null,
  });
});

test("hanging a piece shows it to her adviser, without her private note", async () => {
  const { itzel, mrOkafor, portfolioId } = await aStudentWithPortfolio(lectern);
  const workSampleId = await addPiece(lectern, itzel, "Cranes, Pier 9");
  await lectern.as(itzel, () =>
    hangPiece(portfolioId, {
      workSampleId,
      section: "proud",
      after: null,
      privateNote: "Ask Mamá about the smell",
    }),
  );
  const [seen] = (await wallAs(lectern, mrOkafor, itzel)).portfolio?.sections[0]?.items ?? [];
  expect(seen).toMatchObject({ piece: { title: "Cranes, Pier 9", reflections: [{ prompt: "proof" }] } });
  expect(JSON.stringify(seen)).not.toContain("Mamá");
  const [own] = (await wallAs(lectern, itzel, itzel)).portfolio?.sections[0]?.items ?? [];
  expect(own?.privateNote).toBe("Ask Mamá about the smell");
});

test("nobody hangs another’s work, and no piece hangs twice", async () => {
  const { itzel, kofi, portfolioId, hang } = await aStudentWithPortfolio(lectern);
  const kofis = await addPiece(lectern, kofi, "The stool");
  const { workSampleId } = await hang("Cranes, Pier 9", "proud");
  const place = { section: "growth", after: null, privateNote: "" };
  const hangAs = (person: typeof itzel, id: string) =>
    lectern.as(person, () => hangPiece(portfolioId, { workSampleId: id, ...place }));
  await expect(hangAs(itzel, kofis)).rejects.toMatchObject({ status: 404 });
  await expect(hangAs(kofi, kofis)).rejects.toMatchObject({ status: 404 });
  await expect(hangAs(itzel, workSampleId)).rejects.toMatchObject({ status: 409 });
});

test("pieces move within a section and across", async () => {
  const { itzel, hang } = await aStudentWithPortfolio(lectern);
  const one = await hang("One", "growth");
  const two = await hang("Two", "growth", one.itemId);
  const three = await hang("Three", "growth", two.itemId);
  const move = (itemId: string, section: string, after: string | null) =>
    lectern.as(itzel, () => movePiece(itemId, { section, after }));
  await move(three.itemId, "growth", null);
  expect(titlesOn(await wallAs(lectern, itzel, itzel))).toMatchObject({ growth: ["Three", "One", "Two"] });
  await move(one.itemId, "proud", null);
  await move(three.itemId, "growth", two.itemId);
  expect(titlesOn(await wallAs(lectern, itzel, itzel))).toEqual({
    proud: ["One"],
    growth: ["Two", "Three"],
    skill: [],
  });
});

test("two moves at once leave every piece hanging once, in an order both devices then see", async () => {
  const { itzel, hang } = await aStudentWithPortfolio(lectern);
  const pieces = [];
  for (const title of ["One", "Two", "Three", "Four"]) pieces.push(await hang(title, "growth"));
  const [a, b, c, d] = pieces.map(({ itemId }) => itemId);
  const move = (itemId = "", section: string, after: string | null) =>
    lectern.as(itzel, () => movePiece(itemId, { section, after }));
  await Promise.all([
    move(a, "growth", null),
    move(b, "proud", null),
    move(c, "growth", b ?? null),
    move(d, "proud", b ?? null),
  ]);
  const titles = titlesOn(await wallAs(lectern, itzel, itzel));
  expect(Object.values(titles).flat().sort()).toEqual(["Four", "One", "Three", "Two"]);
  const places = await lectern.db
    .selectFrom("portfolioItem")
    .select("position")
    .where("districtId", "=", itzel.districtId)
    .execute();
  expect(places.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4]);
});

test("a piece taken down stays on the shelf and can be hung again with its note", async () => {
  const { itzel, portfolioId, hang } = await aStudentWithPortfolio(lectern);
  const { itemId, workSampleId } = await hang("Cranes, Pier 9", "proud");
  await lectern.as(itzel, () => takeDownPiece(itemId));
  expect(titlesOn(await wallAs(lectern, itzel, itzel))).toMatchObject({ proud: [] });
  await lectern.as(itzel, () =>
    hangPiece(portfolioId, { workSampleId, section: "proud", after: null, privateNote: "Slowly" }),
  );
  expect(titlesOn(await wallAs(lectern, itzel, itzel))).toMatchObject({ proud: ["Cranes, Pier 9"] });
});

test("the private note is saved field by field, and the slower device hears of the faster", async () => {
  const { itzel, hang } = await aStudentWithPortfolio(lectern);
  const { itemId } = await hang("Cranes, Pier 9", "proud");
  const note = (base: string, value: string) =>
    lectern.as(itzel, () => notePiece(itemId, { field: "privateNote", base, value }));
  await note("", "Say it slowly");
  await expect(note("", "Point at the crane")).rejects.toMatchObject({
    code: "stale",
    field: "privateNote",
    current: "Say it slowly",
  });
});

test("classmates, guardians and the other teacher see nothing of a wall in the making", async () => {
  const { itzel, kofi, rosa, hang } = await aStudentWithPortfolio(lectern);
  const { itemId } = await hang("Cranes, Pier 9", "proud");
  for (const person of [kofi, rosa]) {
    await expect(lectern.as(person, () => openPortfolio(itzel.personId))).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      lectern.as(person, () => movePiece(itemId, { section: "growth", after: null })),
    ).rejects.toMatchObject({ status: 404 });
  }
});
