import { existsSync, mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type BrowserContext, type LaunchOptions, type Page } from "playwright-core";
import { projectRoot } from "#server/project-root.ts";
import { axeFindings } from "./axe.ts";
import { bundledChromium } from "./bundled-chromium.ts";

/** The two widths every page is looked at in. */
export const widths = { phone: 390, desk: 1280 } as const;
export type View = {
  width?: keyof typeof widths;
  scheme?: "light" | "dark";
  locale?: string;
  baseURL?: string;
};

/** All four ways a page is looked at. */
export const views: Required<Pick<View, "width" | "scheme">>[] = [
  { width: "desk", scheme: "light" },
  { width: "desk", scheme: "dark" },
  { width: "phone", scheme: "light" },
  { width: "phone", scheme: "dark" },
];

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A microphone that hums; whether a page may listen stays each test's own question.
  "--use-fake-device-for-media-stream",
];

/** Opens the machine's Chrome or Chromium, or else the one that comes from npm. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await launching());
}

/** A browser that keeps what it has in a folder, like somebody's own; it can be killed and opened again. */
export const openLastingBrowser = async (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    ...(await launching()),
    viewport: { width: widths.desk, height: 800 },
    reducedMotion: "reduce",
    locale: "en-US",
  });

/** Ends a lasting browser as a power cut would. */
export async function killLastingBrowser(folder: string, context: BrowserContext): Promise<void> {
  const gone = new Promise<void>((resolve) => context.on("close", () => resolve()));
  // Chromium notes its process in the name its lock points to: "host-1234".
  const pid = Number(readlinkSync(join(folder, "SingletonLock")).split("-").at(-1));
  process.kill(pid, "SIGKILL");
  await gone;
}

async function launching(): Promise<LaunchOptions> {
  const own = process.env.CHROME ?? installedChrome();
  return own ? { executablePath: own, args: quiet } : await bundledChromium(quiet);
}

function installedChrome(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  return candidates.find((path) => existsSync(path) && !isSnapStub(path));
}

// Ubuntu's /usr/bin/chromium-browser only asks for a snap.
const isSnapStub = (path: string) =>
  path.endsWith("chromium-browser") && !existsSync(path.replace(/-browser$/, ""));

/** A fresh person at a phone or a desk, in light or dark, with motion off so that pictures hold still. */
export const openContext = (
  browser: Browser,
  { width = "desk", scheme = "light", locale, baseURL }: View = {},
) =>
  browser.newContext({
    viewport: width === "phone" ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    hasTouch: width === "phone",
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: locale ?? "en-US",
    ...(baseURL && { baseURL }),
  }) as Promise<BrowserContext>;

/** A phone at night and a desk by day: both schemes and both widths in half the time. */
export const dayAndNight = views.filter(({ width, scheme }) => (width === "desk") === (scheme === "light"));

/** Controls smaller than a fingertip (44 px), unless they are links inside a sentence. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.$$eval("a[href], button, input, select, textarea, summary", (controls) =>
    controls.flatMap((control) => {
      const target = control.closest("label") ?? control;
      const { width, height } = target.getBoundingClientRect();
      const inSentence = control.matches("p a, li a") && getComputedStyle(control).display === "inline";
      const unseen = height === 0 || inSentence || control.matches(".skip");
      const size = `${Math.round(width)}×${Math.round(height)}`;
      return unseen || (height >= 43.5 && width >= 43.5)
        ? []
        : [`${size} ${control.outerHTML.slice(0, 120)}`];
    }),
  );

/** Whether anything makes the page scroll sideways. */
export const overflowsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Looks at the page as it stands by day at a desk and by night on a phone, keeps pictures of it, and tells what is wrong, one line each. */
export async function faultsOf(page: Page, name: string, looks = dayAndNight): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, scheme } of looks) {
    const where = `${name}-${width}-${scheme}`;
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: widths[width], height: 844 });
    // As tall as the page, so that the bar at the foot of a phone covers nothing.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: widths[width], height: Math.max(height, 844) });
    faults.push(...(await axeFindings(page)).map((each) => `${where} ${each}`));
    faults.push(...(await smallTargets(page)).map((each) => `${where} ${each}`));
    if (await overflowsSideways(page)) faults.push(`${where} scrolls sideways`);
    await picture(page, where);
  }
  await page.setViewportSize({ width: widths.desk, height: 800 });
  return faults;
}

/** Keeps a picture of the whole page in build/screenshots, to be looked at; where nobody will, none is taken. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.CI) return;
  await page.evaluate(showEverything);
  keepPicture(name, await page.screenshot({ fullPage: true }));
}

/** Keeps a picture in build/screenshots. */
export function keepPicture(name: string, png: Uint8Array): void {
  const folder = join(projectRoot, "build/screenshots");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), png);
}

/** Pictures below the fold load only when they are near; a photograph of the whole page needs them all. */
async function showEverything(): Promise<void> {
  for (const image of document.images) image.loading = "eager";
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
}
