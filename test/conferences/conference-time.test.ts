import { expect, test } from "vitest";
import { instantOfLocalTime, localTimeIn } from "#server/schools/local-time.ts";
import { useLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { arrangeConference, changeConference, readConference } from "#web/conferences/conference.api.ts";
import { refusal, tonight } from "./given.ts";

const lectern = useLectern();
const pacific = "America/Los_Angeles";

test("in spring there is no half past two, and a conference at that time is refused", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await lectern.as(mrOkafor, async () => {
    await expect(
      arrangeConference(tonight(school, itzel, { startsAt: "2027-03-14T02:30" })),
    ).rejects.toMatchObject({ status: 400, code: "no-such-time", field: "startsAt" });
    const { id } = await arrangeConference(tonight(school, itzel, { startsAt: "2027-03-14T03:00" }));
    expect(await readConference(id)).toMatchObject({ startsAt: "2027-03-14T10:00:00.000Z" });
  });
});

test("the clock is right on both sides of every change, in every kind of zone", () => {
  expect(instantOfLocalTime(pacific, "2026-03-08T02:30")).toBeNull();
  expect(instantOfLocalTime(pacific, "2026-03-08T01:59")?.toISOString()).toBe("2026-03-08T09:59:00.000Z");
  expect(instantOfLocalTime(pacific, "2026-11-01T00:30")?.toISOString()).toBe("2026-11-01T07:30:00.000Z");
  // Twice that night: the first is meant.
  expect(instantOfLocalTime(pacific, "2026-11-01T01:30")?.toISOString()).toBe("2026-11-01T08:30:00.000Z");
  expect(instantOfLocalTime(pacific, "2026-11-01T02:00")?.toISOString()).toBe("2026-11-01T10:00:00.000Z");
  expect(instantOfLocalTime("Asia/Kathmandu", "2026-11-12T17:40")?.toISOString()).toBe(
    "2026-11-12T11:55:00.000Z",
  );
  // A whole day that Samoa left out.
  expect(instantOfLocalTime("Pacific/Apia", "2011-12-30T12:00")).toBeNull();
  expect(instantOfLocalTime(pacific, "2026-02-30T12:00")).toBeNull();
  expect(localTimeIn(pacific, new Date("2026-11-13T08:05:00Z"))).toBe("2026-11-13T00:05");
});

test("a conference in another school year is a slip of the pen", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await expect(
    lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel, { startsAt: "2025-11-12T17:40" }))),
  ).rejects.toMatchObject({ status: 400, code: "outside-year" });
});

test("moving a conference keeps its length and tells who was faster", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel, { minutes: 45 }));
    await changeConference(id, { field: "startsAt", base: "2026-11-12T17:40", value: "2026-11-13T08:00" });
    expect(await readConference(id)).toMatchObject({
      startsAt: "2026-11-13T16:00:00.000Z",
      endsAt: "2026-11-13T16:45:00.000Z",
    });
    await expect(
      changeConference(id, { field: "startsAt", base: "2026-11-12T17:40", value: "2026-11-12T19:00" }),
    ).rejects.toMatchObject({ ...refusal("stale"), current: "2026-11-13T16:00:00.000Z" });
    await changeConference(id, { field: "minutes", base: 45, value: 20 });
    await changeConference(id, { field: "place", base: "Room 214", value: "Library, table 2" });
    await changeConference(id, { field: "mode", base: "in-person", value: "video" });
    await changeConference(id, { field: "link", base: "", value: "https://meet.example.org/itzel" });
    await changeConference(id, { field: "language", base: "en", value: "es" });
    expect(await readConference(id)).toMatchObject({
      endsAt: "2026-11-13T16:20:00.000Z",
      place: "Library, table 2",
      mode: "video",
      link: "https://meet.example.org/itzel",
      language: "es",
    });
    await expect(
      changeConference(id, { field: "place", base: "Room 214", value: "Gym" }),
    ).rejects.toMatchObject({ ...refusal("stale"), field: "place", current: "Library, table 2" });
  });
});
