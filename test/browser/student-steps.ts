import type { Page } from "playwright-core";
import { expect } from "vitest";
import { aPdf, aPhoto } from "#test/support/uploads.ts";
import { heading, saved, type World } from "./line-world.ts";
import { signIn } from "./sign-in.ts";

/** A text, a photograph, a PDF and a link. */
export async function addWork(world: World, page: Page): Promise<void> {
  await signIn(world, page, "itzel.navarro");
  await world.look(page, "student-home-before");
  await page.goto("/work/add");
  await page.getByRole("button", { name: "Write" }).click();
  await page
    .getByLabel("Your text")
    .fill("They count the rows.\nThey count the men before they count the rows.");
  await page.getByLabel("What is it called?").fill("What the fields count");
  await page.getByLabel("Subject").selectOption("english");
  await world.look(page, "add-text");
  await page.getByRole("button", { name: "Put it on my shelf" }).click();
  await heading(page, "What the fields count").waitFor();

  await page.goto("/work/add");
  await page
    .locator("input[type=file]")
    .last()
    .setInputFiles([
      { name: "cranes.jpg", mimeType: "image/jpeg", buffer: await aPhoto("#e4572e") },
      { name: "letters.pdf", mimeType: "application/pdf", buffer: await aPdf(2, "The letters") },
    ]);
  for (const subject of ["arts", "history"]) {
    await page.getByLabel("Subject").selectOption(subject);
    await page.getByRole("button", { name: "Put it on my shelf" }).click();
  }
  await expect
    .poll(() => page.getByText("On your shelf", { exact: true }).count(), { timeout: 30_000 })
    .toBe(2);

  await page.goto("/work/add");
  await page.getByRole("button", { name: "Paste a link" }).click();
  await page.getByLabel("Address of the page").fill("https://data.example.org/alder-creek");
  await page.getByLabel("What is it called?").fill("Alder Creek, all readings");
  await page.getByLabel("Subject").selectOption("science");
  await page.getByRole("button", { name: "Put it on my shelf" }).click();
  await heading(page, "Alder Creek, all readings").waitFor();
  await page.goto("/work");
  await expect.poll(() => page.locator("main img").count(), { timeout: 60_000 }).toBe(2);
  await world.look(page, "shelf");
}

export async function reflect(world: World, page: Page): Promise<void> {
  await page.getByRole("link", { name: "What the fields count" }).click();
  await page.getByRole("textbox", { name: "What was I asked to do" }).fill("A poem that repeats one word.");
  await saved(page);
  await world.look(page, "piece-with-reflection");
}

export async function setGoal(world: World, page: Page): Promise<void> {
  await page.goto("/goals");
  await page.getByRole("button", { name: "Write your first goal" }).click();
  const goal = page.getByRole("region", { name: "Goal 1" });
  await goal.getByLabel(/^What will be different/).fill("Geometry from C to B.");
  await goal.getByLabel("How will we know?").fill("An average of 83 or more.");
  await goal.getByLabel("I will").fill("Go to office hours every Tuesday.");
  await goal.getByLabel(/^At home we will \(.?Rosa/).fill("Dejar libres los martes.");
  await goal.getByLabel("At school we will").fill("Keep a seat in Algebra recovery.");
  await goal.getByLabel("At school we will").blur();
  await saved(page);
  await world.look(page, "goals");
}

/** Three parts filled; the order changed once by a button and once by keys. */
export async function orderPortfolio(world: World, page: Page): Promise<void> {
  await page.goto("/portfolio");
  const hang = async (name: RegExp, piece: string) => {
    await page.getByRole("button", { name }).first().click();
    await page
      .getByRole("group", { name: /^Choose a piece for/ })
      .getByRole("button", { name: piece })
      .click();
    await page.getByText(new RegExp(`${piece}.? hangs in`)).waitFor({ state: "attached" });
  };
  await hang(/^Choose a piece/, "cranes");
  await hang(/^Choose a piece/, "letters");
  await hang(/^Choose a piece/, "Alder Creek, all readings");
  await hang(/^Add another piece/, "What the fields count");
  await page.getByRole("button", { name: /^Move .?What the fields count.? earlier/ }).click();
  await page.getByText(/What the fields count.?: number 1 of 2/).waitFor({ state: "attached" });
  await page.getByRole("button", { name: /^Move .?What the fields count.? later/ }).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await page.getByText(/What the fields count.?: number 2 of 2/).waitFor({ state: "attached" });
  await world.look(page, "portfolio");
}

export async function present(world: World, page: Page, conference: string): Promise<void> {
  await page.goto("/");
  await world.look(page, "student-home-today");
  await page.getByRole("link", { name: "Present", exact: true }).click();
  await page.waitForURL(`**/stage/${conference}`);
  await world.look(page, "stage-ready");
  await page.getByRole("button", { name: "Start and keep a copy" }).click();
  await heading(page, "Welcome").waitFor();
  await world.look(page, "stage-welcome");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("img", { name: "cranes" }).waitFor();
  await world.look(page, "stage-work");
  const end = page.getByRole("button", { name: "End and share with my family" });
  for (let at = 0; at < 40 && !(await end.isVisible()); at++) {
    await page.keyboard.press("ArrowRight");
    if (await heading(page, /Geometry/).isVisible()) await world.look(page, "stage-goal");
  }
  await end.click();
  await heading(page, "That was your conference.").waitFor();
  await world.look(page, "stage-after");
}

export async function readNote(world: World, page: Page): Promise<void> {
  await page.goto("/");
  await world.look(page, "student-home-after");
  await page.getByRole("link", { name: /Your family left you a note/ }).click();
  await page.getByText("Mi amor: estoy muy orgullosa").waitFor();
  await world.look(page, "student-note");
}
