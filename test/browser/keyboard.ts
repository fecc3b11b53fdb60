import type { Locator, Page } from "playwright-core";

/** Presses Tab until the focus stands there, the way somebody without a mouse gets around. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 200; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

/** Goes there and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes there and types. */
export async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

/** Types a day and time ("2026-11-22T15:29") into its parts, as an American keyboard meets them. */
export async function typeTime(page: Page, target: Locator, moment: string): Promise<void> {
  const [, year = "", month = "", day = "", hour = "", minute = ""] =
    /(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(moment) ?? [];
  await tabTo(page, target);
  await page.keyboard.type(`${month}${day}${year}`);
  await page.keyboard.press("ArrowRight");
  const twelve = Number(hour) % 12 || 12;
  await page.keyboard.type(`${String(twelve).padStart(2, "0")}${minute}${Number(hour) < 12 ? "A" : "P"}`);
}

/** Types a day ("2026-12-06") into its parts. */
export async function typeDay(page: Page, target: Locator, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  await tabTo(page, target);
  await page.keyboard.type(`${month}${date}${year}`);
  await page.keyboard.press("Tab");
}
