import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser, openContext, type View } from "./browser.ts";
import { buildPages } from "./built-pages.ts";
import { openLectern, type Lectern } from "./lectern.ts";
import type { Person } from "./people.ts";

/** The application with its pages, and a browser in which people of one test file open them. */
export interface Visited {
  readonly lectern: Lectern;
  readonly baseURL: string;
  /** Opens a page as somebody, or as nobody, at the test's own hour; waits for its heading. */
  openAs(person: Person | null, path: string, view?: View): Promise<Page>;
}

/** Builds the pages before the application looks for them: a test that finds none would prove nothing. */
export function useVisitors(): Visited {
  let lectern: Lectern | undefined;
  let browser: Browser | undefined;
  let baseURL = "";
  const ready = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error("The browser opens in beforeAll; use it inside a test.");
    return thing;
  };

  beforeAll(async () => {
    await buildPages();
    [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
    await lectern.app.listen({ port: 0, host: "127.0.0.1" });
    baseURL = `http://localhost:${(lectern.app.server.address() as AddressInfo).port}`;
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await lectern?.close();
  });

  async function openAs(person: Person | null, path: string, view: View = {}): Promise<Page> {
    const context = await openContext(ready(browser), { ...view, baseURL });
    if (person !== null) {
      const [name = "", value = ""] = (await ready(lectern).cookieOf(person)).split("=");
      await context.addCookies([{ name, value, url: baseURL }]);
    }
    const page = await context.newPage();
    await page.clock.setFixedTime(ready(lectern).now);
    await page.goto(path, { waitUntil: "networkidle" });
    await page.locator("h1").first().waitFor();
    return page;
  }

  return {
    get lectern() {
      return ready(lectern);
    },
    get baseURL() {
      return baseURL;
    },
    openAs,
  };
}
