import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { addWorkSample } from "#web/work-samples/work-sample.api.ts";
import { aPiece, threeHundredPieces } from "./pieces.ts";

const visited = useVisitors();

test("a shelf is a place to begin at when empty, a piece when it holds one, and findable when it holds three hundred", async () => {
  const { lectern } = visited;
  const { itzel, kofi } = await aStudentWithAdviser(lectern.db);
  const page = await visited.openAs(itzel, "/work");
  expect(await faultsOf(page, "shelf-empty")).toEqual([]);
  await lectern.as(itzel, () => addWorkSample(aPiece()));
  await page.reload({ waitUntil: "networkidle" });
  expect(await page.getByRole("article").or(page.locator("main li")).count()).toBeGreaterThan(0);
  expect(await faultsOf(page, "shelf-one")).toEqual([]);
  await threeHundredPieces(lectern.db, kofi);
  const full = await visited.openAs(kofi, "/work");
  await full.getByText("Piece 300").waitFor();
  expect(await faultsOf(full, "shelf-three-hundred")).toEqual([]);
  await full.getByRole("searchbox").fill("Página 1");
  await full.getByText("Página 1 of my atlas").waitFor();
  await expect.poll(() => full.getByText("Piece 300").count()).toBe(0);
});
