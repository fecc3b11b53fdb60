import { expect, test } from "vitest";
import sharp from "sharp";
import { useLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aFilm, anSvg, aPhoto, contentsOf, sendForm, upload } from "#test/support/uploads.ts";
import { makeWaitingPoster } from "./waiting-poster.ts";

const lectern = useLectern();
const story = () => aStudentWithAdviser(lectern.db);
type Itzel = Awaited<ReturnType<typeof story>>["itzel"];

const aFilmOf = async (itzel: Itzel) => (await upload(lectern, itzel, "creek.mp4", aFilm())).body;

function poster(itzel: Itzel, fileId: string, picture: Uint8Array) {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(picture)], "poster.jpg"));
  return sendForm(lectern, itzel, form, `/api/files/${fileId}/poster`);
}

test("a film shows the picture its owner's browser drew, drawn anew", async () => {
  const { itzel } = await story();
  const film = await aFilmOf(itzel);
  expect(film.preview).toBe("none");
  const picture = await sharp(await aPhoto("#c33", 1920, 1080))
    .withExif({ IFD3: { GPSLatitude: "47/1 36/1 0/1" } })
    .jpeg()
    .toBuffer();
  expect((await poster(itzel, film.id, picture)).status).toBe(204);
  await makeWaitingPoster(lectern);
  // Told twice, it stays made.
  await makeWaitingPoster(lectern);
  expect(await aFilmOf(itzel)).toMatchObject({ preview: "made", width: 1920, height: 1080 });
  const shown = await lectern.app.inject({
    url: `/api/files/${film.id}/preview/large`,
    headers: { cookie: await lectern.cookieOf(itzel) },
  });
  const facts = await sharp(shown.rawPayload).metadata();
  expect([facts.format, facts.width, facts.exif]).toEqual(["webp", 1600, undefined]);
  // The film, two pictures, and nothing of what was sent.
  expect(await contentsOf(lectern)).toHaveLength(3);
});

test("the first picture stays, and only a film takes one", async () => {
  const { itzel } = await story();
  const film = await aFilmOf(itzel);
  const photo = (await upload(lectern, itzel, "photo.jpg", await aPhoto("#123"))).body;
  const picture = await aPhoto("#456");
  expect((await poster(itzel, film.id, picture)).status).toBe(204);
  const before = (await contentsOf(lectern)).length;
  for (const id of [film.id, photo.id]) {
    const { status, body } = await poster(itzel, id, picture);
    expect([status, body.code]).toEqual([409, "no-poster-here"]);
  }
  expect(await contentsOf(lectern)).toHaveLength(before);
});

test("what is no small photo is no poster, and somebody else's film is not there", async () => {
  const { itzel, kofi } = await story();
  const film = await aFilmOf(itzel);
  const before = (await contentsOf(lectern)).length;
  const outcomes = [
    await poster(itzel, film.id, anSvg()),
    await poster(itzel, film.id, Buffer.from("<script>")),
    await poster(itzel, film.id, Buffer.concat([await aPhoto("#789"), Buffer.alloc(5 * 1024 * 1024)])),
    await poster(kofi, film.id, await aPhoto("#abc")),
  ];
  expect(outcomes.map(({ status }) => status)).toEqual([415, 415, 413, 404]);
  expect(await contentsOf(lectern)).toHaveLength(before);
});
