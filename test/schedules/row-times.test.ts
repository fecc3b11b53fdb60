import { expect, test } from "vitest";
import { timesOf } from "#web/schedules/row-times.ts";

const order = { startsAt: "2026-11-12T17:40", minutes: 30, gap: 5 };
const inOrder = { isOut: false, own: "", goesOn: false };

test("one follows the other, with the gap between them, past midnight too", () => {
  expect(timesOf([inOrder, inOrder, inOrder], { ...order, startsAt: "2026-11-30T23:00" })).toEqual([
    "2026-11-30T23:00",
    "2026-11-30T23:35",
    "2026-12-01T00:10",
  ]);
});

test("one left out takes no time, one at a time of its own leaves its place to the next", () => {
  const late = { ...inOrder, own: "2026-11-12T20:00" };
  expect(timesOf([inOrder, { ...inOrder, isOut: true }, late, inOrder], order)).toEqual([
    "2026-11-12T17:40",
    "",
    "2026-11-12T20:00",
    "2026-11-12T18:15",
  ]);
});

test("the second evening begins with a time the next ones follow", () => {
  const nextDay = { ...inOrder, own: "2026-11-13T17:00", goesOn: true };
  expect(timesOf([inOrder, nextDay, inOrder], order)).toEqual([
    "2026-11-12T17:40",
    "2026-11-13T17:00",
    "2026-11-13T17:35",
  ]);
});

test("before a time is chosen, nobody has one", () => {
  expect(timesOf([inOrder, inOrder], { ...order, startsAt: "" })).toEqual(["", ""]);
});
