import { expect, test } from "vitest";
import { readReadiness } from "#server/readiness/read-readiness.ts";
import { createDemoSchool } from "#server/demo-school/create-demo-school.ts";
import { openLectern } from "#test/support/lectern.ts";

const days = [
  ["an evening in November", "2026-11-12T17:30:00Z", "America/Los_Angeles"],
  ["a Sunday in July, before the year begins", "2027-07-18T08:00:00Z", "Europe/Berlin"],
  ["the last of June", "2027-06-30T23:55:00Z", "UTC"],
  ["the first of July", "2027-07-01T00:05:00Z", "Asia/Kolkata"],
  ["a leap day", "2028-02-29T20:00:00Z", "America/New_York"],
] as const;

test.each(days)("the school is whole on %s", async (_, now, zone) => {
  void readReadiness;
  const lectern = await openLectern();
  try {
    const password = await createDemoSchool(lectern.db, lectern.files, { now: new Date(now), zone });
    expect(password).toMatch(/^[a-z]+-\d{4}-[a-z]+$/);
    const conferences = await lectern.db
      .selectFrom("conference")
      .innerJoin("person", (join) =>
        join
          .onRef("person.districtId", "=", "conference.districtId")
          .onRef("person.id", "=", "conference.studentId"),
      )
      .select(["givenName", "state", "outcome"])
      .orderBy("startsAt")
      .execute();
    expect(conferences.map((each) => `${each.givenName} ${each.outcome ?? each.state}`)).toEqual([
      "Itzel held",
      "Minh Anh held",
      "Theo not-met",
      "Wren held",
      "Kofi live",
      "Minh Anh planned",
      "Noor planned",
      "Layla planned",
      "Itzel planned",
    ]);
  } finally {
    await lectern.close();
  }
});
