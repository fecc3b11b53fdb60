import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "#test/support/browser.ts";
import { tokenOf } from "./family-view/capture.ts";
import { makeThousandStudents } from "./family-view/thousand-students.ts";
import type { Measured } from "./measured.ts";
import { endProcess, freePort, openScratch, startAndWait } from "./scratch.ts";

const kilobytes = 60;
const paintSeconds = 1.5;

/** Slow 4G as Lighthouse simulates it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** A guardian's first view on a phone: compressed script in KB, and the largest paint at slow 4G with a quarter of the processor. */
export async function measureFirstView(): Promise<Measured> {
  const scratch = await openScratch();
  const browser = await openBrowser();
  try {
    await makeThousandStudents(scratch.db);
    const port = await freePort();
    const env = {
      DATABASE_URL: scratch.url,
      DATA_DIR: join(scratch.folder, "data"),
      PORT: `${port}`,
      HOST: "127.0.0.1",
      LOG_LEVEL: "silent",
      NODE_ENV: "production",
    };
    const { child } = await startAndWait(["build/server/main.js"], env, "Lectern is at");
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await context.addCookies([
      { name: "lectern-session", value: tokenOf(1), domain: "127.0.0.1", path: "/" },
    ]);
    const { script, paint } = await look(await context.newPage(), `http://127.0.0.1:${port}/`);
    await endProcess(child);
    const isReached = script <= kilobytes && paint <= paintSeconds;
    return {
      name: "guardian's first view",
      ours: script,
      baseline: null,
      ratio: null,
      unit: "KB of script, compressed",
      reach: `≤ ${kilobytes} KB; ≤ ${paintSeconds} s`,
      isReached,
      note: `largest paint ${paint.toFixed(2)} s`,
    };
  } finally {
    await browser.close();
    await scratch.drop();
  }
}

async function look(page: Page, url: string): Promise<{ script: number; paint: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.locator("h1").waitFor();
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  return { script: bytes / 1024, paint: paint / 1000 };
}
