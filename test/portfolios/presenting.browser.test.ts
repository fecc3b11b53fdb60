import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf, picture } from "#test/support/browser.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { openItem } from "#web/mentors/mentor.api.ts";
import { openPortfolio } from "#web/portfolios/portfolio.api.ts";
import { endPresentation, startPresentation } from "#web/stage/stage.api.ts";
import { writeStatement } from "#web/statements/statement.api.ts";
import { setGoal } from "#web/goals/goal.api.ts";
import { newGoal } from "../goals/goal-story.ts";
import { approvedMentor, coach } from "../mentors/mentor-story.ts";
import { aFullWall } from "./shelf-story.ts";

const visited = useVisitors();

/** Itzel’s full wall, and what she says she does well. */
async function aStudentWithStrengths() {
  const { lectern } = visited;
  const story = await aFullWall(lectern);
  const { itzel } = story;
  await lectern.as(itzel, () =>
    writeStatement(itzel.personId, {
      field: "strengths",
      base: "",
      value: "I ask again. I explain to people older than me.",
      language: "en",
    }),
  );
  return story;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name });

test("her phone follows the stage, moves it, keeps her ticks, and goes on by hand without a network", async () => {
  const { itzel, conferenceId } = await aStudentWithStrengths();
  const stage = await visited.openAs(itzel, `/stage/${conferenceId}`);
  await stage.getByRole("button", { name: "Start and keep a copy" }).click();
  await heading(stage, "Welcome").waitFor();

  const phone = await visited.openAs(itzel, `/presenter/${conferenceId}`, { width: "phone" });
  await heading(phone, "Welcome").waitFor();
  await phone.getByRole("button", { name: "Next" }).click();
  await heading(stage, "Cranes, Pier 9").waitFor();
  await stage.keyboard.press("ArrowRight");
  const line = phone.getByRole("checkbox", { name: /at lunch/ });
  await line.waitFor();
  await line.check({ force: true });
  await phone.reload();
  await line.waitFor();
  expect(await line.isChecked()).toBe(true);
  expect(await phone.getByRole("checkbox", { name: /Say it slowly/ }).isChecked()).toBe(false);
  expect(await faultsOf(phone, "presenter-follows")).toEqual([]);

  await phone.context().setOffline(true);
  await phone.getByText("Out of reach").waitFor();
  await phone.getByRole("button", { name: "Back" }).click();
  await heading(phone, "A piece I am proud of").waitFor();
  await phone.context().setOffline(false);
  await heading(phone, "Where I grew").waitFor(); // the stage never left it
  await phone.getByRole("button", { name: "Black screen" }).click();
  await stage.getByRole("button", { name: "Show the screen" }).waitFor();
  await stage.keyboard.press("b");

  await stage.reload();
  await stage.getByRole("button", { name: "Go on" }).click();
  await heading(stage, "The creek that stops").waitFor();
  for (let at = 0; at < 9 && !(await heading(stage, "What I do well").isVisible()); at++)
    await stage.keyboard.press("ArrowRight");
  await heading(phone, "Strengths").waitFor();
  expect(await faultsOf(stage, "stage-strengths")).toEqual([]);
  const kept = await visited.lectern.db
    .selectFrom("presentationItem")
    .select((eb) =>
      eb.fn.agg<string>("string_agg", [eb.cast<string>("snapshot", "text"), eb.val(" ")]).as("all"),
    )
    .where("districtId", "=", itzel.districtId)
    .executeTakeFirstOrThrow();
  expect(kept.all).toContain("I explain to people older than me.");
  expect(kept.all).not.toContain("Say it slowly");
  await stage.context().close();
  await phone.context().close();
});

test("a whole presentation is taken back and shown again, and everybody is told what concerns her", async () => {
  const { lectern } = visited;
  const { itzel, rosa, mrOkafor, conferenceId } = await aStudentWithStrengths();
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.as(itzel, () => endPresentation(id));
  const page = await visited.openAs(mrOkafor, `/shown/${id}`);
  await page.getByText("Take the whole presentation back").click();
  await page.getByLabel("Why?").last().fill("It was another student’s portfolio");
  await page.getByRole("button", { name: "Hide it now" }).last().click();
  await page.getByText("This presentation was taken back by").waitFor();
  await page.getByText("Show it again", { exact: false }).first().click();
  expect(await faultsOf(page, "shown-whole-taken-back")).toEqual([]);

  const hers = await visited.openAs(itzel, `/shown/${id}`, { width: "phone", scheme: "dark" });
  await hers.getByText("It was another student’s portfolio").waitFor();
  expect(await hers.getByText("Show it again").count()).toBe(0);
  await picture(hers, "shown-taken-back-student");
  await lectern.db
    .updateTable("conference")
    .set({ state: "ended", outcome: "held", endedAt: lectern.now })
    .where("id", "=", conferenceId)
    .execute();
  const family = await visited.openAs(rosa, `/review/${conferenceId}`, { width: "phone" });
  await family.getByText("La escuela retiró lo que se había mostrado").waitFor();
  await picture(family, "review-taken-back");

  await page.getByLabel("Why?").first().fill("It was hers after all");
  await page.getByRole("button", { name: "Show it again now" }).click();
  await heading(page, "Work").waitFor();
  await picture(page, "shown-again");
  await family.reload();
  await heading(family, "Cranes, Pier 9").waitFor();
  await family.getByText("I explain to people older than me.").waitFor();
  await picture(family, "review-strengths");
  for (const each of [page, hers, family]) await each.context().close();
});

test("she looks at it as each mentor will, and a mentor under 18 sees work alone", async () => {
  const { lectern } = visited;
  const story = await aStudentWithStrengths();
  const { itzel, conferenceId } = story;
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.as(itzel, () => endPresentation(id));
  const prats = await approvedMentor(lectern, story);
  await approvedMentor(lectern, story, coach({ name: "Ana Soto", isMinor: true }));
  const item = await lectern.db
    .selectFrom("presentationItem")
    .select("id")
    .where("presentationId", "=", id)
    .where("kind", "=", "work")
    .orderBy("position")
    .executeTakeFirstOrThrow();
  await lectern.as(itzel, () => openItem(itzel.personId, prats.personId, item.id));

  const page = await visited.openAs(itzel, "/portfolio/as-family");
  await page.getByText("I explain to people older than me.").waitFor();
  await picture(page, "as-family-strengths");
  const look = page.getByLabel("Look at it as");
  await look.selectOption(prats.personId);
  await heading(page, "What you can open after this conference").waitFor();
  expect(await heading(page, "Grades and results").count()).toBe(0);
  expect(await faultsOf(page, "as-mentor")).toEqual([]);
  await look.selectOption({ index: 1 });
  await page.getByText("is under 18 and sees only work").waitFor();
  expect(await page.getByText("I explain to people older than me.").count()).toBe(0);
  await picture(page, "as-minor-mentor");
  await page.context().close();
});

test("goals are moved among goals by keys and buttons, the move is said, and the focus stays", async () => {
  const { lectern } = visited;
  const story = await aStudentWithStrengths();
  const { itzel } = story;
  await lectern.as(itzel, () =>
    setGoal(newGoal(story, { wording: "I read one page a night", dueOn: "2026-12-19" })),
  );
  const page = await visited.openAs(itzel, "/portfolio");
  await page.getByRole("button", { name: /^Move .*I read one page.* earlier$/ }).press("Enter");
  await page.getByText("I read one page a night: number 1 of 2 in New goals").waitFor({ state: "attached" });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  expect(await focused()).toContain("I read one page a night");
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByText("I read one page a night: number 2 of 2 in New goals").waitFor({ state: "attached" });
  expect(await focused()).toContain("I read one page a night");
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByText("I read one page a night: number 1 of 2 in New goals").waitFor({ state: "attached" });
  await expect
    .poll(async () =>
      ((await lectern.as(itzel, () => openPortfolio(itzel.personId))).portfolio?.things ?? [])
        .filter(({ segment }) => segment === "goals")
        .map(({ shown }) => (shown.kind === "goal" ? shown.wording : "")),
    )
    .toEqual(["I read one page a night", "I ask one question in every biology class"]);
  expect(await faultsOf(page, "portfolio-things")).toEqual([]);
  await page.context().close();
});
