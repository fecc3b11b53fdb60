import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "#test/support/axe.ts";
import { openBrowser, openContext, overflowsSideways, picture, type View } from "#test/support/browser.ts";
import { freshDatabase } from "#test/support/database.ts";
import { openMailbox, type Mailbox } from "#test/support/mailbox.ts";
import { startRealServer } from "#test/support/real-server.ts";
import { aSchoolToday, type LineStory } from "./line-story.ts";

/** A real server, a real mail server and a real browser, and the family they are for. */
export interface World {
  readonly story: LineStory;
  readonly mailbox: Mailbox;
  newPage(view?: View): Promise<Page>;
  /** Looks at a page as it stands, light and dark: axe, width, and a picture to be looked at. */
  look(page: Page, name: string): Promise<void>;
  /** What stands on the screens, what went wrong on the way, and what the server said. */
  showFailure(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it all; pictures begin with `name`. */
export async function openWorld(name: string): Promise<World> {
  const [database, mailbox] = await Promise.all([freshDatabase(), openMailbox()]);
  const story = await aSchoolToday(database.db);
  const server = await startRealServer({ DATABASE_URL: database.url, SMTP_URL: mailbox.url });
  const browser = await openBrowser();
  const opened: Page[] = [];
  const failures: string[] = [];
  let pictures = 0;
  return {
    story,
    mailbox,
    newPage: async (view) => {
      const page = await openPage(browser, server.baseURL, failures, view);
      opened.push(page);
      return page;
    },
    look: (page, what) => look(page, `${name}-${String(++pictures).padStart(2, "0")}-${what}`),
    showFailure: async () => {
      console.error([...failures, server.said()].join("\n"));
      for (const [index, page] of opened.entries())
        if (!page.isClosed()) await picture(page, `${name}-failed-${index + 1}`);
    },
    close: async () => {
      await browser.close();
      await server.stop();
      await mailbox.close();
      await database.drop();
    },
  };
}

async function openPage(
  browser: Browser,
  baseURL: string,
  failures: string[],
  view: View = {},
): Promise<Page> {
  const page = await (await openContext(browser, { ...view, baseURL })).newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => expect.soft(error).toBeUndefined());
  page.on("requestfailed", (request) =>
    failures.push(`${request.method()} ${request.url()} ${request.failure()?.errorText}`),
  );
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  await heading(page).waitFor();
  await page.waitForLoadState("networkidle");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const where = `${name}-${colorScheme}`;
    await picture(page, where);
    expect.soft(await axeFindings(page), where).toEqual([]);
    expect.soft(await overflowsSideways(page), where).toBe(false);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** The page's one first heading. Names in it stand between invisible marks of direction, hence the patterns. */
export const heading = (page: Page, name: string | RegExp = /./) =>
  page.getByRole("heading", { level: 1, name }).first();

/** Waits until the page says that it saved. */
export const saved = (page: Page) =>
  page
    .getByText(/^Saved/)
    .first()
    .waitFor();
