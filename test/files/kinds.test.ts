import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import sharp from "sharp";
import { applySizes, limits, readSizes } from "#server/files/limits.ts";
import { useLectern } from "#test/support/lectern.ts";
import { aHeic, anOfficeFile, anOldOfficeFile, anOpenDocument, aZip } from "#test/support/packages.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import {
  aRecordedMp4,
  aFilm,
  aGif,
  anSvg,
  aPhoto,
  aSound,
  aWebm,
  contentsOf,
  upload,
} from "#test/support/uploads.ts";

const lectern = useLectern();
let story: Story;
let contentsBefore = 0;
beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));
beforeEach(async () => void (contentsBefore = (await contentsOf(lectern)).length));

const send = (name: string, content: Uint8Array | string) =>
  upload(lectern, story.itzel, name, Buffer.from(content as string));
const latin = (text: string) => Buffer.from(text, "latin1");
const avif = async () =>
  sharp(await aPhoto("#36c", 40, 20))
    .avif({ effort: 0 })
    .toBuffer();
const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

const taken: [string, () => Buffer | Promise<Buffer>, string, "waiting" | "none"][] = [
  ["moving.gif", aGif, "image/gif", "waiting"],
  ["IMG_2.HEIC", aHeic, "image/heic", "waiting"],
  ["photo.avif", avif, "image/avif", "waiting"],
  ["drawing.svg", anSvg, "image/svg+xml", "waiting"],
  ["essay.docx", () => anOfficeFile("docx"), `${office}.wordprocessingml.document`, "none"],
  ["budget.xlsx", () => anOfficeFile("xlsx"), `${office}.spreadsheetml.sheet`, "none"],
  ["talk.pptx", () => anOfficeFile("pptx"), `${office}.presentationml.presentation`, "none"],
  ["essay.doc", () => anOldOfficeFile("WordDocument"), "application/msword", "none"],
  ["budget.xls", () => anOldOfficeFile("Workbook"), "application/vnd.ms-excel", "none"],
  ["talk.ppt", () => anOldOfficeFile("PowerPoint Document"), "application/vnd.ms-powerpoint", "none"],
  ["essay.odt", () => anOpenDocument("text"), `${open}.text`, "none"],
  ["budget.ods", () => anOpenDocument("spreadsheet"), `${open}.spreadsheet`, "none"],
  ["talk.odp", () => anOpenDocument("presentation"), `${open}.presentation`, "none"],
  ["poem.txt", () => Buffer.from("Río, río,\r\n\tlleva"), "text/plain", "none"],
  ["counts.csv", () => Buffer.from("\ufeffbird,count\nheron,3\n"), "text/csv", "none"],
  ["notes.md", () => Buffer.from("# Notes\n"), "text/markdown", "none"],
  [
    "song.mp3",
    () => Buffer.concat([latin("ID3\x04\0\0\0\0\0\0\xff\xfb\x90\0"), Buffer.alloc(900)]),
    "audio/mpeg",
    "none",
  ],
  ["song.m4a", () => aFilm("M4A "), "audio/mp4", "none"],
  ["song.wav", aSound, "audio/wav", "none"],
  [
    "song.ogg",
    () => Buffer.concat([latin("OggS\0\x02"), Buffer.alloc(22), latin("OpusHead"), Buffer.alloc(60)]),
    "audio/ogg",
    "none",
  ],
  ["song.webm", () => aWebm("A_OPUS"), "audio/webm", "none"],
  ["talk.mp4", () => aFilm("isom"), "video/mp4", "none"],
  ["talk.mov", () => aFilm("qt  "), "video/quicktime", "none"],
  ["memo.m4a", () => aRecordedMp4("soun"), "audio/mp4", "none"],
  ["clip.mp4", () => aRecordedMp4("vide", "soun"), "video/mp4", "none"],
  ["talk.webm", () => aWebm("V_VP9", "A_OPUS"), "video/webm", "none"],
];
test.each(taken)("%s is taken for what is inside", async (name, content, mediaType, preview) => {
  const { status, body } = await send(name, await content());
  expect(body).toMatchObject({ name, mediaType, preview, already: false });
  expect(status).toBe(201);
});

const named: [string, () => Buffer, string][] = [
  ["page.html", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "page.html.txt"],
  ["game.py", () => Buffer.from("print('hello')"), "game.py.txt"],
  ["my essay v1.2", () => Buffer.from("second try"), "my essay v1.2.txt"],
  ["no ending", () => anOfficeFile("xlsx", { note: "" }), "no ending.xlsx"],
  ["voice.mp4", () => aFilm("M4B "), "voice.m4a"],
];
test.each(named)("%s becomes a name that says what it is", async (name, content, kept) => {
  const { status, body } = await send(name, content());
  expect([status, body.name]).toEqual([201, kept]);
});

const refused: [string, Buffer, string][] = [
  ["work.zip", aZip({ "essay.txt": "words" }), "file-archive"],
  ["nested.zip", aZip({ "inner.zip": aZip({ "a.txt": "words" }) }), "file-archive"],
  ["only-named.docx", aZip({ "essay.txt": "words" }), "file-archive"],
  ["half.docx", anOfficeFile("docx").subarray(0, 120), "file-archive"],
  ["game.jar", aZip({ "META-INF/MANIFEST.MF": "", "Game.class": "" }), "file-archive"],
  ["both.docx", anOfficeFile("docx", { "xl/workbook.xml": "" }), "file-archive"],
  ["macros.docx", anOfficeFile("docx", { "word/vbaProject.bin": "x" }), "file-macros"],
  ["program.docx", anOfficeFile("docx", { "word/embeddings/run.exe": "MZ" }), "file-program"],
  ["report.docx", anOpenDocument("text"), "file-ending"],
  ["setup.msi", anOldOfficeFile("Property"), "file-kind"],
  ["locked.docx", anOldOfficeFile("EncryptedPackage"), "file-locked"],
  ["holiday.jpg", latin("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"), "file-program"],
  ["tool", latin("\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), "file-program"],
  ["tape.tgz", Buffer.from("1f8b080000000000000003", "hex"), "file-archive"],
  ["latin.txt", latin("caf\xe9"), "file-kind"],
  ["nul.txt", Buffer.from("words\0words"), "file-kind"],
  ["late.txt", Buffer.concat([Buffer.alloc(200_000, "words "), latin("\xff")]), "file-kind"],
  ["photo.jpg", Buffer.from("<html><body onload=alert(1)>"), "file-ending"],
  ["virus.exe", Buffer.from("only text"), "file-ending"],
  ["drawing.png", anSvg(), "file-ending"],
];
test.each(refused)("%s is refused with a sentence and leaves nothing", async (name, content, code) => {
  const { status, body } = await send(name, content);
  expect([status, body.code]).toEqual([415, code]);
  expect(body.detail).toMatch(/Save|add|Add/);
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore);
});

test("each family has its limit, and the person hears of it before she waits", async () => {
  const answer = await lectern.app.inject({
    url: "/api/files/limits",
    headers: { cookie: await lectern.cookieOf(story.itzel) },
  });
  const { accepted } = answer.json<{ accepted: { family: string; maxBytes: number }[] }>();
  const inMegabytes = accepted.map(({ family, maxBytes }) => [family, maxBytes / 1024 ** 2] as const);
  expect(Object.fromEntries(inMegabytes)).toEqual({ image: 25, document: 50, audio: 50, video: 300 });
});

test("an installation sets its own limits, which hold at once and are named", async () => {
  applySizes(readSizes("video=1, image=30")!);
  onTestFinished(() => applySizes({ videoBytes: 300 * 1024 ** 2, imageBytes: 25 * 1024 ** 2 }));
  const film = Buffer.concat([aFilm(), Buffer.alloc(1024 ** 2)]);
  const { status, body } = await send("film.mp4", film);
  expect([status, body.code, body.values]).toEqual([413, "file-too-large", { megabytes: 1 }]);
  const photo = Buffer.concat([await aPhoto("#975"), Buffer.alloc(26 * 1024 ** 2)]);
  expect((await send("photo.jpg", photo)).status).toBe(201);
});

test("a sound above its limit is refused with the limit's name", async () => {
  const { status, body } = await send("long.wav", Buffer.concat([aSound(), Buffer.alloc(limits.audioBytes)]));
  expect([status, body.code]).toEqual([413, "file-too-large"]);
  expect(body.detail).toContain("A sound may have up to 50 MB");
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore);
});
