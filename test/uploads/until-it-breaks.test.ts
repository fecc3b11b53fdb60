import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { untilItBreaks } from "#server/uploads/until-it-breaks.ts";

async function bytesKept(line: PassThrough, disk: () => Promise<unknown>): Promise<number> {
  let kept = 0;
  for await (const chunk of untilItBreaks(line)) {
    await disk();
    kept += chunk.length;
  }
  return kept;
}

test("what arrived while the disk was busy is kept when the line breaks", async () => {
  const line = new PassThrough();
  let broke = false;
  const kept = bytesKept(line, async () => {
    if (broke) return;
    broke = true;
    line.write(Buffer.alloc(295));
    await pause(20);
    line.destroy(new Error("aborted"));
    await pause(20);
  });
  line.write(Buffer.alloc(65_241));
  expect(await kept).toBe(65_536);
});

test("a line faster than the disk is asked to wait, and loses nothing by it", async () => {
  const line = new PassThrough();
  const kept = bytesKept(line, () => pause(1));
  for (let at = 0; at < 64; at++)
    if (!line.write(Buffer.alloc(65_536))) await new Promise((drained) => line.once("drain", drained));
  line.end();
  expect(await kept).toBe(64 * 65_536);
});

test("a line that broke before anybody listened is over", async () => {
  const line = new PassThrough();
  line.on("error", () => undefined).destroy(new Error("aborted"));
  await pause(1);
  expect(await bytesKept(line, () => pause(0))).toBe(0);
});
