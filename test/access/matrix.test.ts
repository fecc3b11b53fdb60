import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kinds } from "./cast.ts";
import { lacksFor, leaksFor } from "./secrets.ts";
import { routesOf, setStage, type Stage } from "./stage.ts";
import { table } from "./table.ts";

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(async () => await stage.close());

test("every route stands in the table, and nothing else does", async () => {
  expect(table.map((row) => row.route as string).sort()).toEqual((await routesOf(stage)).sort());
});

describe.each(table)("$route", (row) => {
  for (const kind of kinds) {
    const excepted = row.except?.[kind];
    const may = row.may.includes(kind);
    const title = excepted
      ? `answers the ${kind} with ${excepted.status}: ${excepted.because}`
      : may
        ? `is open to the ${kind}`
        : `is closed to the ${kind}`;
    test(title, async () => {
      const { status, text } = await stage.play(row, kind);
      if (excepted) return expect(status, text).toBe(excepted.status);
      if (may) {
        expect(status, text).toBeLessThan(300);
        return expect([...leaksFor(kind, text), ...lacksFor(row, kind, text)]).toEqual([]);
      }
      expect([401, 403, 404], text).toContain(status);
    });
  }
});
