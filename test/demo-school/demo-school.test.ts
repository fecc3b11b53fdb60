import { expect, test } from "vitest";
import { seasonOf, StoryCalendar } from "#server/demo-school/calendar.ts";
import { createDemoSchool } from "#server/demo-school/create-demo-school.ts";
import { openLectern, signer } from "#test/support/lectern.ts";

const anyDay = ["2026-11-12", "2027-02-28", "2027-06-30", "2027-07-01", "2027-07-31", "2028-02-29"];

test.each(anyDay)("the seasons fit their school years when it is %s", (today) => {
  const calendar = new StoryCalendar(new Date(`${today}T12:00:00Z`), "UTC");
  const { year, lastSeason } = calendar;
  expect([year.startsOn <= calendar.day(-10), year.endsOn >= calendar.day(26)]).toEqual([true, true]);
  const last = calendar.yearOf(calendar.day(lastSeason));
  expect(last.startsOn <= calendar.day(lastSeason - 10)).toBe(true);
  expect(last.endsOn >= calendar.day(lastSeason + 26)).toBe(true);
  expect(seasonOf(calendar.day(lastSeason)).code).not.toBe(seasonOf(today).code);
});

const days = [
  ["an evening in November", "2026-11-12T17:30:00Z", "America/Los_Angeles"],
  ["a Sunday in July, before the year begins", "2027-07-18T08:00:00Z", "Europe/Berlin"],
] as const;

test.each(days)("the school is whole on %s", { timeout: 120_000 }, async (_, now, zone) => {
  const lectern = await openLectern();
  try {
    const password = await createDemoSchool({
      db: lectern.db,
      files: lectern.files,
      signer,
      now: new Date(now),
      zone,
    });
    expect(password).toMatch(/^[a-z]+-\d{4}-[a-z]+$/);
    const conferences = await lectern.db
      .selectFrom("conference")
      .innerJoin("person", (join) =>
        join
          .onRef("person.districtId", "=", "conference.districtId")
          .onRef("person.id", "=", "conference.studentId"),
      )
      .select(["givenName", "state", "outcome"])
      .execute();
    const standing = conferences.map((each) => `${each.givenName} ${each.outcome ?? each.state}`);
    expect(standing.sort()).toEqual([
      "Caleb planned",
      "Caleb stopped",
      "DeShawn planned",
      "Emiliano planned",
      "Itzel held",
      "Itzel held",
      "Itzel planned",
      "Kofi live",
      "Layla planned",
      "Maximiliana Esperanza planned",
      "Mele planned",
      "Minh Anh held",
      "Minh Anh held",
      "Minh Anh planned",
      "Noor planned",
      "Priya planned",
      "Sofía Belén planned",
      "Thanh Trúc planned",
      "Theo not-met",
      "Tomasz planned",
      "Wren held",
      "Ximena planned",
    ]);
  } finally {
    await lectern.close();
  }
});
