import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import { buildGallery } from "#test/support/built-pages.ts";
import { axeFindings } from "#test/support/axe.ts";
import {
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  views,
} from "#test/support/browser.ts";

let browser: Browser;
let server: Server;
let gallery: string;

beforeAll(async () => {
  await buildGallery();
  [server, browser] = await Promise.all([serve(join(projectRoot, "build/gallery")), openBrowser()]);
  gallery = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery/index.html`;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe.each(views)("the components at a $width in $scheme", (view) => {
  test("are found right by axe, reachable by a fingertip, and no wider than the screen", async () => {
    const context = await openContext(browser, view);
    const page = await openGallery(context.newPage());
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, `gallery-${view.width}-${view.scheme}`);
    await context.close();
  });
});

test("the person menu opens and closes by keys and gives the focus back", async () => {
  const context = await openContext(browser);
  const page = await openGallery(context.newPage());
  const menu = page.getByRole("button", { name: "You: Itzel" });
  await menu.press("Enter");
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  expect(await menu.getAttribute("aria-expanded")).toBe("false");
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  await context.close();
});

test("the dialog holds the focus, closes on Escape and gives the focus back", async () => {
  const context = await openContext(browser);
  const page = await openGallery(context.newPage());
  const opener = page.getByRole("button", { name: "Finish the record" });
  await opener.press("Enter");
  await page.getByRole("dialog", { name: "Finish the record?" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  await context.close();
});

test("Spanish turns the components' own words and the page's language", async () => {
  const context = await openContext(browser, { width: "phone" });
  const page = await openGallery(context.newPage(), "?lang=es");
  expect(await page.locator("html").getAttribute("lang")).toBe("es");
  expect(await page.getByText("Guardado 10:42").count()).toBeGreaterThan(0);
  await context.close();
});

async function openGallery(opening: Promise<Page>, query = ""): Promise<Page> {
  const page = await opening;
  page.on("pageerror", (error) => expect.soft(error).toBeUndefined());
  await page.goto(gallery + query);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";

/** Serves the built gallery under the same policy as the real pages, so that a forbidden style shows here. */
async function serve(folder: string): Promise<Server> {
  const files = createServer((request, reply) => {
    const path = new URL(request.url ?? "/", "http://gallery").pathname;
    try {
      const body = readFileSync(join(folder, path));
      const type = types[extname(path)] ?? "application/octet-stream";
      reply.writeHead(200, { "content-type": type, "content-security-policy": csp }).end(body);
    } catch {
      reply.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => files.listen(0, "127.0.0.1", listening));
  return files;
}
