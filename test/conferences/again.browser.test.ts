import { describe, expect, test } from "vitest";
import { faultsOf, picture } from "#test/support/browser.ts";
import { addPerson } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { arrangeConference, endConference } from "#web/conferences/conference.api.ts";
import { guests, letInterpret, tonight } from "./given.ts";

const visitors = useVisitors();

describe("pages", { timeout: 180_000 }, () => {
  test("nobody came: the adviser plans it again in two clicks, moves it to the library, tells them and prints the day", async () => {
    const { lectern } = visitors;
    const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
    const lucia = await addPerson(school, "Lucía Ferrer");
    await letInterpret(school, lucia, "es");
    const participants = [...guests(rosa), { personId: lucia.personId, part: "interpreter" as const }];
    const { id } = await lectern.as(mrOkafor, async () => {
      const his = {
        householdKey: hector.householdId,
        startsAt: "2026-11-12T18:20",
        participants: guests(hector),
      };
      await arrangeConference(tonight(school, itzel, his));
      return await arrangeConference(
        tonight(school, itzel, { householdKey: rosa.householdId, language: "es", participants }),
      );
    });
    await lectern.as(mrOkafor, () => endConference(id, { outcome: "not-met", notMetBecause: "no-show" }));
    const page = await visitors.openAs(mrOkafor, `/conferences/${id}`);
    const found = await faultsOf(page, "conference-not-met");
    await page.getByRole("button", { name: "Set a new time" }).click();
    await page.getByRole("button", { name: "Plan it again" }).click();
    await page.getByRole("heading", { level: 1, name: /Thursday 19 November/ }).waitFor();
    await page.getByRole("textbox", { name: "Place" }).fill("Library");
    await page.getByRole("button", { name: "Tell them" }).click();
    await page.getByText("1 person is written to.").waitFor();
    found.push(...(await faultsOf(page, "conference-again")));
    await page.goto("/conferences/list?day=2026-11-19", { waitUntil: "networkidle" });
    await page.getByText("Library").waitFor();
    found.push(...(await faultsOf(page, "conference-list")));
    await page.emulateMedia({ media: "print" });
    await picture(page, "conference-list-paper");
    expect(found).toEqual([]);
  });
});
