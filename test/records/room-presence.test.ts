import { expect, test } from "vitest";
import { RoomPresence } from "#server/records/room-presence.ts";

const [laptop, tablet] = ["laptop", "tablet"];

test("a device hears of another in its room, of none in the next, and not of one that left", () => {
  const presence = new RoomPresence();
  const note = (room: string, device: string, now: number, stirred = false) =>
    presence.note(room, device, { stirred, now });
  expect(note("itzel", laptop, 0).others).toBe(false);
  expect(note("itzel", tablet, 1000).others).toBe(true);
  expect(note("kofi", tablet, 1000).others).toBe(false);
  expect(note("itzel", laptop, 7000).others).toBe(false);
});

test("what one device stirred is told to each other device once", () => {
  const presence = new RoomPresence();
  const ask = (device: string, stirred = false) => presence.note("itzel", device, { stirred, now: 0 });
  ask(laptop);
  ask(tablet);
  expect(ask(laptop, true).stirred).toBe(false);
  expect([ask(tablet).stirred, ask(tablet).stirred]).toEqual([true, false]);
});
