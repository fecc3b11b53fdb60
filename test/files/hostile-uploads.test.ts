import { request, type ClientRequest } from "node:http";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addressOf, aFilm, aPdf, aPhoto, contentsOf, sendForm, upload } from "#test/support/uploads.ts";

const lectern = useLectern();
let story: Story;
let contentsBefore = 0;
beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));
beforeEach(async () => void (contentsBefore = (await contentsOf(lectern)).length));

const megabyte = 1024 * 1024;
const get = async (id: string) =>
  await lectern.app.inject({
    url: `/api/files/${id}`,
    headers: { cookie: await lectern.cookieOf(story.itzel) },
  });

const script = "<script>document.title='run'</script>";
const polyglots: [string, () => Promise<Buffer> | Buffer, string][] = [
  ["gif.gif", () => Buffer.from(`GIF89a/*\x01\0\x01\0*/=1;${script}`, "latin1"), "image/gif"],
  ["photo.jpg", async () => Buffer.concat([await aPhoto("#741"), Buffer.from(script)]), "image/jpeg"],
  ["study.pdf", async () => Buffer.concat([await aPdf(), Buffer.from(script)]), "application/pdf"],
  [
    "drawing.svg",
    () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="x()">${script}</svg>`),
    "image/svg+xml",
  ],
  ["page.txt", () => Buffer.from(`<!doctype html>${script}`), "text/plain; charset=utf-8"],
  ["code.js", () => Buffer.from("alert(document.cookie)"), "text/plain; charset=utf-8"],
];
test.each(polyglots)("%s with a page inside is only ever what it is", async (name, content, type) => {
  const { status, body } = await upload(lectern, story.itzel, name, await content());
  expect(status).toBe(201);
  const { headers } = await get(body.id);
  expect([headers["content-type"], headers["x-content-type-options"]]).toEqual([type, "nosniff"]);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  const isSaved = String(headers["content-disposition"]).startsWith("attachment");
  expect(isSaved || /sandbox|object-src 'self'/.test(String(headers["content-security-policy"]))).toBe(true);
});

test("what the sender calls it decides nothing", async () => {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(await aPhoto("#147"))], "photo.jpg", { type: "text/html" }));
  const { status, body } = await sendForm(lectern, story.itzel, form);
  expect([status, body.mediaType]).toEqual([201, "image/jpeg"]);
  const lying = new FormData();
  lying.append(
    "file",
    new File([new Uint8Array([0x4d, 0x5a, 0x90, 0])], "photo.jpg", { type: "image/jpeg" }),
  );
  expect((await sendForm(lectern, story.itzel, lying)).body.code).toBe("file-program");
});

test.each([
  "../../../etc/cron.d/job.jpg",
  "..\\..\\win.jpg",
  "/etc/passwd.jpg",
  "a\0b.jpg",
  "%2e%2e%2fx.jpg",
])("the path in the name %j leads nowhere", async (name) => {
  const { status, body } = await upload(lectern, story.itzel, name, await aPhoto("#258"));
  expect([200, 201]).toContain(status);
  expect(body.name).not.toMatch(/[\\/\0]/);
});

const endless: [string, () => Promise<Buffer> | Buffer, number][] = [
  ["photo.jpg", () => aPhoto("#369"), 25],
  ["film.mp4", () => aFilm(), 300],
];
test.each(endless)(
  "%s of 3 GB is cut off early, keeps nothing and takes no memory",
  async (name, head, mostMegabytes) => {
    const sending = await begin(name);
    let answer = 0;
    sending.on("response", (reply) => (answer = reply.resume().statusCode ?? 0)).on("error", () => undefined);
    sending.write(await head());
    const cut = new Promise<void>((resolve) => sending.once("close", resolve));
    const before = process.memoryUsage().rss;
    const chunk = Buffer.alloc(megabyte, 7);
    let [sent, most] = [0, 0];
    for (; !sending.destroyed && sent < 3_000; sent += 1) {
      await Promise.race([cut, new Promise((resolve) => sending.write(chunk, resolve))]);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    // 100 more are let in so that a browser reads why, and what the sockets hold.
    expect(sent).toBeLessThan(mostMegabytes + 225);
    expect(answer).toBe(413);
    expect(most / megabyte).toBeLessThan(100);
    await expect.poll(async () => (await contentsOf(lectern)).length).toBe(contentsBefore);
  },
  60_000,
);

test("ten thousand files in one form are refused, and none is kept", async () => {
  const form = new FormData();
  for (let count = 0; count < 10_000; count++)
    form.append("file", new File([`poem ${count}`], `poem-${count}.txt`));
  const { status, body } = await sendForm(lectern, story.itzel, form);
  expect([status, body.code]).toEqual([400, "one-file"]);
  expect((await contentsOf(lectern)).length).toBe(contentsBefore);
});

test.each(["talk.mp4", "essay.docx", "poem.txt"])(
  "%s that breaks off in the middle leaves nothing",
  async (name) => {
    const sending = await begin(name);
    const over = new Promise<void>((resolve) => sending.once("close", resolve).on("error", () => undefined));
    const start = {
      "talk.mp4": aFilm(),
      "essay.docx": Buffer.from("PK\x03\x04"),
      "poem.txt": Buffer.from("words "),
    };
    sending.write(Buffer.concat([start[name as keyof typeof start], Buffer.alloc(100_000, "words ")]));
    await new Promise((resolve) => setTimeout(resolve, 60));
    sending.destroy();
    await over;
    await expect.poll(async () => (await contentsOf(lectern)).length).toBe(contentsBefore);
  },
);

/** Begins to send a file whose end is announced very far away. */
async function begin(name: string): Promise<ClientRequest> {
  const sending = request(new URL("/api/files", await addressOf(lectern)), {
    method: "POST",
    headers: {
      cookie: await lectern.cookieOf(story.itzel),
      "content-type": "multipart/form-data; boundary=x",
      "transfer-encoding": "chunked",
    },
  });
  sending.write(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`);
  return sending;
}
