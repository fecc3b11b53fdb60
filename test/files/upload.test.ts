import { createHash } from "node:crypto";
import { request } from "node:http";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addressOf, aPdf, aPhoto, contentsOf, sendForm, upload } from "#test/support/uploads.ts";

const lectern = useLectern();
let story: Story;
let contentsBefore = 0;

beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));
beforeEach(async () => void (contentsBefore = (await contentsOf(lectern)).length));

const filesOf = (personId: string) =>
  lectern.db.selectFrom("storedFile").selectAll().where("ownerId", "=", personId).execute();
const nothingMore = async () => expect(await contentsOf(lectern)).toHaveLength(contentsBefore);

test("a photo arrives whole and is told apart by its content", async () => {
  const photo = await aPhoto("#123");
  const { status, body } = await upload(lectern, story.itzel, "vidéo de mi río.JPG", photo);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    name: "vidéo de mi río.JPG",
    mediaType: "image/jpeg",
    bytes: photo.length,
    preview: "waiting",
    already: false,
  });
  const [row] = (await filesOf(story.itzel.personId)).filter((each) => each.id === body.id);
  expect(row?.sha256).toEqual(createHash("sha256").update(photo).digest());
});

test("the same content twice is one file, said to be there already", async () => {
  const pdf = await aPdf(1, "Twice");
  const first = await upload(lectern, story.itzel, "essay.pdf", pdf);
  const second = await upload(lectern, story.itzel, "essay again.pdf", pdf);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toEqual({ ...first.body, already: true });
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore + 1);
});

test("two people may send the same content; each has a file of her own", async () => {
  const pdf = await aPdf(1, "Worksheet");
  const [hers, his] = [
    await upload(lectern, story.itzel, "w.pdf", pdf),
    await upload(lectern, story.kofi, "w.pdf", pdf),
  ];
  expect([hers.status, his.status]).toEqual([201, 201]);
  expect(hers.body.id).not.toBe(his.body.id);
});

test("an empty file is refused", async () => {
  const { status, body } = await upload(lectern, story.itzel, "nothing.jpg", new Uint8Array());
  expect([status, body.code]).toEqual([400, "file-empty"]);
  await nothingMore();
});

const refused: [string, string | Buffer, string][] = [
  ["photo.jpg", "<html><body onload=alert(1)>", "file-ending"],
  ["essay.pdf", "Only text that says it is a PDF", "file-ending"],
  ["archive.zip", Buffer.from("504b0304140000000000", "hex"), "file-archive"],
  ["picture.bmp", Buffer.from("BM\x9a\0\0\0\0\0\0\0\x36\0", "latin1"), "file-kind"],
  ["program.exe", Buffer.from("MZ\x90\x00\x03\x00\x00\x00", "latin1"), "file-program"],
];
test.each(refused)("%s that holds something else is refused with a sentence", async (name, content, code) => {
  const { status, body } = await upload(lectern, story.itzel, name, Buffer.from(content as string));
  expect([status, body.code]).toEqual([415, code]);
  expect(body.detail).toMatch(/add/i);
  await nothingMore();
});

test.each(["photo.html", "photo.svg", "photo.pdf", "photo.exe", "photo.jpg.js"])(
  "a real photo called %s is refused, because its name lies",
  async (name) => {
    const { status, body } = await upload(lectern, story.itzel, name, await aPhoto("#987"));
    expect([status, body.code]).toEqual([415, "file-ending"]);
    await nothingMore();
  },
);

test("a picture with another picture's ending is taken and named rightly", async () => {
  const { status, body } = await upload(lectern, story.itzel, "IMG_0042.HEIC", await aPhoto("#abc"));
  expect([status, body.name]).toEqual([201, "IMG_0042.jpg"]);
});

test("a photo with a page hidden behind it is only ever a photo", async () => {
  const polyglot = Buffer.concat([await aPhoto("#def"), Buffer.from("<script>alert(1)</script>")]);
  const { body } = await upload(lectern, story.itzel, "both.jpg", polyglot);
  const got = await lectern.app.inject({
    url: `/api/files/${body.id}`,
    headers: { cookie: await lectern.cookieOf(story.itzel) },
  });
  expect(got.headers["content-type"]).toBe("image/jpeg");
  expect(got.headers["x-content-type-options"]).toBe("nosniff");
  expect(got.headers["content-security-policy"]).toContain("sandbox");
});

test("no file, two files, or a file in another field is refused and leaves nothing", async () => {
  const photo = new File([new Uint8Array(await aPhoto("#321"))], "a.jpg");
  const forms = [new FormData(), new FormData(), new FormData()] as const;
  forms[0].append("note", "no file at all");
  forms[1].append("file", photo);
  forms[1].append("file", new File([new Uint8Array(await aPhoto("#322"))], "b.jpg"));
  forms[2].append("picture", photo);
  for (const form of forms) {
    const { status, body } = await sendForm(lectern, story.itzel, form);
    expect([status, body.code]).toEqual([400, "one-file"]);
  }
  await nothingMore();
});

test("a body that is no form is refused", async () => {
  const answer = await lectern.app.inject({
    method: "POST",
    url: "/api/files",
    headers: { cookie: await lectern.cookieOf(story.itzel), "content-type": "application/json" },
    payload: "{}",
  });
  expect(answer.statusCode).toBe(400);
});

test("a form that ends in the middle is refused and leaves nothing", async () => {
  const photo = await aPhoto("#654", 1600, 1200);
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`;
  const answer = await lectern.app.inject({
    method: "POST",
    url: "/api/files",
    headers: {
      cookie: await lectern.cookieOf(story.itzel),
      "content-type": "multipart/form-data; boundary=x",
    },
    payload: Buffer.concat([Buffer.from(head), photo]),
  });
  expect([answer.statusCode, answer.json().code]).toEqual([400, "upload-broken"]);
  await nothingMore();
});

test("nobody signed out may send anything", async () => {
  const answer = await fetch(`${await addressOf(lectern)}/api/files`, {
    method: "POST",
    body: new FormData(),
  });
  expect(answer.status).toBe(401);
});

test("a photo above its limit is refused, and the sender still reads why", async () => {
  const tooMuch = Buffer.concat([await aPhoto("#111"), Buffer.alloc(25 * 1024 * 1024)]);
  const { status, body } = await upload(lectern, story.itzel, "huge.jpg", tooMuch);
  expect([status, body.code]).toEqual([413, "file-too-large"]);
  expect(body.detail).toContain("25 MB");
  await nothingMore();
});

test("a PDF may be larger than a photo, up to its own limit", async () => {
  const pdf = await aPdf(1, "Large");
  const sized = (megabytes: number) => Buffer.concat([pdf, Buffer.alloc(megabytes * 1024 * 1024)]);
  expect((await upload(lectern, story.itzel, "large.pdf", sized(30))).status).toBe(201);
  const over = await upload(lectern, story.itzel, "larger.pdf", sized(51));
  expect([over.status, over.body.code]).toEqual([413, "file-too-large"]);
});

test.each([0, 1, 3000, 70_000, 200_000])(
  "a line that breaks after %i bytes leaves nothing",
  async (bytes) => {
    await breakOff(Buffer.concat([await aPhoto("#222"), Buffer.alloc(500_000)]), bytes);
    await expect.poll(async () => (await contentsOf(lectern)).length).toBe(contentsBefore);
  },
);

async function breakOff(content: Buffer, after: number): Promise<void> {
  const url = new URL("/api/files", await addressOf(lectern));
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`;
  const sending = request(url, {
    method: "POST",
    headers: {
      cookie: await lectern.cookieOf(story.itzel),
      "content-type": "multipart/form-data; boundary=x",
      "content-length": content.length + 1000,
    },
  });
  const over = new Promise<void>((resolve) => sending.once("close", resolve).on("error", () => undefined));
  sending.write(Buffer.concat([Buffer.from(head), content.subarray(0, after)]));
  await new Promise((resolve) => setTimeout(resolve, 60));
  sending.destroy();
  await over;
}
