import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "#test/support/axe.ts";
import { openBrowser } from "#test/support/browser.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => await browser?.close());

test("the look at every page sees a picture without words, pale writing, and a page that changed since", async () => {
  const page = await browser.newPage();
  const whole = '<html lang="en"><title>Shelf</title><main><h1>Shelf</h1></main></html>';
  await page.setContent(whole);
  expect(await axeFindings(page)).toEqual([]);
  await page.locator("main").evaluate((main) => {
    main.innerHTML += '<img src="data:,"><p style="color:#ccc;background:#fff">Pale</p>';
  });
  const rules = (await axeFindings(page)).map((line) => line.split(":")[0]);
  expect(rules.sort()).toEqual(["color-contrast", "image-alt"]);
});

test("a page with frames is refused, since nobody would look into them", async () => {
  const page = await browser.newPage();
  await page.setContent('<iframe srcdoc="<p>inside</p>"></iframe>');
  await expect(axeFindings(page)).rejects.toThrow("has frames");
});
