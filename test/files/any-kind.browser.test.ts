import type { Page } from "playwright-core";
import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { anOfficeFile } from "#test/support/packages.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";
import { anSvg, aSound, upload } from "#test/support/uploads.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { hangPiece, openPortfolio } from "#web/portfolios/portfolio.api.ts";
import { endPresentation } from "#web/stage/stage.api.ts";
import { shelve } from "../portfolios/shelf-story.ts";
import { makeWaitingPoster } from "./waiting-poster.ts";

const visited = useVisitors();
const [film, sound, essay] = ["How the creek breathes", "My grandfather tells", "Creek essay"];

/** Two seconds of a red page turning blue, recorded by the browser itself. */
async function recordFilm(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
    const pen = canvas.getContext("2d")!;
    const draw = (at: number) => {
      pen.fillStyle = `rgb(${200 - at * 3}, 60, ${60 + at * 3})`;
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = "#fff";
      pen.font = "48px sans-serif";
      pen.fillText("How the creek breathes", 60, 190);
    };
    draw(0);
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm;codecs=vp8" });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    for (let at = 0; at < 40; at++) {
      draw(at);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  return Buffer.from(base64, "base64");
}

/** How far a player has its film or sound ready, and where it stands. */
const plays = (page: Page, kind: "video" | "audio") =>
  page.locator(kind).evaluate(async (player: HTMLMediaElement) => {
    if (player.readyState < 2) {
      player.preload = "auto";
      await new Promise((resolve, reject) => {
        player.addEventListener("loadeddata", resolve, { once: true });
        player.addEventListener("error", () => reject(new Error(player.error?.message)), { once: true });
      });
    }
    const sought = new Promise((resolve) => player.addEventListener("seeked", resolve, { once: true }));
    player.currentTime = 0.5;
    await sought;
    return player.currentTime;
  });

test("a student adds a film, a sound and an essay; they play and are saved where she and her family see them", async () => {
  const { lectern } = visited;
  const { school, itzel, mrOkafor, rosa } = await aStudentWithAdviser(lectern.db);
  const page = await visited.openAs(itzel, "/work/add");
  await page.getByText("videos 300 MB").waitFor();
  expect(await faultsOf(page, "add-any-kind")).toEqual([]);
  const recorded = await recordFilm(page);
  await page.locator("input[type=file][multiple]").setInputFiles([
    { name: "creek film.webm", mimeType: "video/webm", buffer: recorded },
    { name: "interview.wav", mimeType: "audio/wav", buffer: aSound(3) },
    { name: "essay.docx", mimeType: "application/octet-stream", buffer: anOfficeFile() },
    { name: "all.zip", mimeType: "application/zip", buffer: Buffer.from("PK\x05\x06".padEnd(22, "\0")) },
  ]);
  await page.getByText("This is a package of files").waitFor();
  await expect.poll(() => page.getByText("File is here").count()).toBe(3);
  await page.locator("li img").first().waitFor();
  expect(await faultsOf(page, "adding-any-kind")).toEqual([]);
  await makeWaitingPoster(lectern);

  const files = await lectern.db
    .selectFrom("storedFile")
    .selectAll()
    .where("ownerId", "=", itzel.personId)
    .orderBy("createdAt")
    .execute();
  expect(files.find(({ mediaType }) => mediaType === "video/webm")).toMatchObject({
    preview: "made",
    width: 640,
  });
  const titles: Record<string, string> = { "video/webm": film, "audio/wav": sound };
  const pieces: Record<string, string> = {};
  for (const { id, mediaType } of files) {
    const title = titles[mediaType] ?? essay;
    pieces[title] = await shelve(lectern, itzel, {
      title,
      subject: "science",
      language: "en",
      versions: [{ stage: "final", fileId: id }],
      reflections: {},
    });
  }
  await page.context().close();

  const shelf = await visited.openAs(itzel, "/work");
  expect(await faultsOf(shelf, "shelf-any-kind")).toEqual([]);
  for (const [title, kind] of [
    [film, "video"],
    [sound, "audio"],
    [essay, undefined],
  ] as const) {
    await shelf.goto(`/work/${pieces[title]}`);
    await shelf.getByRole("heading", { name: title, level: 1 }).waitFor();
    if (kind) expect(await plays(shelf, kind)).toBeCloseTo(0.5, 1);
    else await shelf.getByRole("link", { name: "Download essay.docx" }).waitFor();
    expect(await faultsOf(shelf, `piece-${kind ?? "essay"}`)).toEqual([]);
  }
  await shelf.context().close();

  const { portfolio } = await lectern.as(itzel, () => openPortfolio(itzel.personId));
  for (const title of [essay, sound, film]) {
    const placed = { workSampleId: pieces[title] ?? "", section: "proud", after: null, privateNote: "" };
    await lectern.as(itzel, () => hangPiece(portfolio?.id ?? "", placed));
  }
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  const stage = await visited.openAs(itzel, `/stage/${conferenceId}`);
  await stage.getByRole("button", { name: "Start and keep a copy" }).click();
  for (const [at, name] of [film, sound, essay].entries()) {
    const heading = stage.getByRole("heading", { name });
    for (let slide = 0; slide < 4 && !(await heading.isVisible()); slide++) {
      await stage.keyboard.press("ArrowRight");
      await stage.waitForTimeout(300);
    }
    await heading.waitFor();
    if (at === 0) expect(await plays(stage, "video")).toBeCloseTo(0.5, 1);
    expect(await faultsOf(stage, `stage-${name.split(" ").at(-1)}`)).toEqual([]);
  }
  await stage.context().close();

  const open = await lectern.db
    .selectFrom("presentation")
    .select("id")
    .where("conferenceId", "=", conferenceId)
    .executeTakeFirstOrThrow();
  await lectern.as(itzel, () => endPresentation(open.id));
  await lectern.db
    .updateTable("conference")
    .set({ state: "ended", outcome: "held", endedAt: lectern.now })
    .where("id", "=", conferenceId)
    .execute();
  const family = await visited.openAs(rosa, `/review/${conferenceId}`, { width: "phone" });
  await family.locator("video").waitFor();
  expect(await plays(family, "video")).toBeCloseTo(0.5, 1);
  expect(await faultsOf(family, "family-any-kind")).toEqual([]);
  await family.context().close();
}, 240_000);

test("a picture is pasted onto the shelf, once, and text pasted into a field stays text", async () => {
  const { lectern } = visited;
  const { itzel } = await aStudentWithAdviser(lectern.db);
  const page = await visited.openAs(itzel, "/work");
  const paste = (text?: string) =>
    page.evaluate(async (text) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 90, height: 60 });
      canvas.getContext("2d")!.fillRect(0, 0, 40, 40);
      const picture = await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!)));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([picture], "image.png", { type: "image/png" }));
      if (text) clipboardData.setData("text/plain", text);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste();
  await page.getByText("File is here").waitFor();
  expect(await page.getByText("File is here").count()).toBe(1);
  await page.getByRole("textbox").first().focus();
  await paste("Creek study");
  expect(await page.getByText("File is here").count()).toBe(1);
  await page.context().close();
}, 60_000);

test("nothing in an uploaded file ever runs under our address", async () => {
  const { lectern, baseURL } = visited;
  const { itzel } = await aStudentWithAdviser(lectern.db);
  const runs = `fetch("/api/session").then(() => localStorage.setItem("ran", location.href))`;
  const hostile: [string, Buffer][] = [
    ["drawing.svg", anSvg(`<script>${runs}</script><image href="x" onerror='${runs}'/>`)],
    ["page.html", Buffer.from(`<!doctype html><body onload='${runs}'><script>${runs}</script>`)],
    ["notes.md", Buffer.from(`<script>${runs}</script>`)],
    ["photo.gif", Buffer.from(`GIF89a/*\x01\0\x01\0*/=1;${runs}`, "latin1")],
    ["study.pdf", await aPdfWithScript(runs)],
    ["launch.pdf", aPdfThatLaunches(baseURL)],
  ];
  const page = await visited.openAs(itzel, "/work");
  for (const [name, content] of hostile) {
    const { body } = await upload(lectern, itzel, name, content);
    const url = `${baseURL}/api/files/${body.id}`;
    // Opened by itself: shown without rights, or only saved, which ends the navigation.
    await page.goto(url).catch(() => undefined);
    await page.goto("/work");
    await page.evaluate(async (address) => {
      const elements = ["iframe", "embed", "object", "img", "script"].map((tag) => {
        const element = document.createElement(tag);
        element.setAttribute(tag === "object" ? "data" : "src", address);
        document.body.append(element);
        return element;
      });
      await new Promise((resolve) => setTimeout(resolve, 400));
      for (const element of elements) element.remove();
    }, url);
  }
  const ran = () => page.evaluate(() => localStorage.getItem("ran"));
  expect(await ran()).toBeNull();

  // The same page, were it sent as one: the trap does close.
  await page.route("**/api/files/unguarded", (route) =>
    route.fulfill({ contentType: "text/html", body: `<body onload='${runs}'>` }),
  );
  await page.goto("/api/files/unguarded");
  await expect.poll(ran).toContain("/api/files/unguarded");
  await page.context().close();
}, 120_000);

/** A PDF that starts a program, or sends itself somewhere, as soon as it opens. */
const aPdfThatLaunches = (address: string): Buffer =>
  Buffer.from(`%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R/AA<</WC 5 0 R>>>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/AA<</O 5 0 R>>>>endobj
4 0 obj<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>/Next 5 0 R>>endobj
5 0 obj<</S/SubmitForm/F<</FS/URL/F(${address}/api/session)>>>>endobj
trailer<</Root 1 0 R>>
%%EOF`);

/** A PDF that runs a script as soon as it opens. */
async function aPdfWithScript(script: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText("Study");
  pdf.addJavaScript("open", `app.alert(1); ${script}`);
  return Buffer.from(await pdf.save());
}
