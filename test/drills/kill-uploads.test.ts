import { expect, test } from "vitest";
import { drill } from "#scripts/drills/drill.ts";

test("killed in the middle of uploads and saves, with its database or alone, Lectern has everything it acknowledged", async () => {
  const { acknowledged, faults, losses } = await drill({ kills: 6, seed: 7, longestLife: 1_200 });
  expect([losses, faults]).toEqual([[], []]);
  expect(Math.min(acknowledged.files, acknowledged.parts, acknowledged.fields)).toBeGreaterThan(3);
});
