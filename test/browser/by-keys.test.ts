import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, test } from "vitest";
import { press, tabTo, type, typeDay, typeTime } from "./keyboard.ts";
import { heading, openWorld, saved, type World } from "./line-world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld("keys")), 180_000);
afterAll(async () => await world?.close());
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await world.showFailure();
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).first();
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first();

test(
  "the same line with the keyboard alone: the student’s part and the adviser’s",
  { timeout: 900_000 },
  async () => {
    const [adviser, student] = [await world.newPage(), await world.newPage()];
    await setConference(adviser);
    await prepare(student);
    await present(student);
    await writeRecord(adviser);
    await readBackAndFinish(adviser);
  },
);

async function comeIn(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await type(page, page.getByLabel("Name or e-mail"), name);
  await type(page, page.getByLabel("Password"), world.story.password);
  await page.keyboard.press("Enter");
  await button(page, /^You:/).waitFor();
}

async function setConference(page: Page): Promise<void> {
  await comeIn(page, "daniel.okafor");
  await press(page, link(page, "Set a conference"));
  await type(page, page.getByLabel("Student"), "Itzel");
  await heading(page, /^A conference for .*Itzel/).waitFor();
  await typeTime(page, page.getByLabel("Day and time"), world.story.soon);
  await type(page, page.getByLabel("Place"), "Room 214");
  await tabTo(page, page.getByRole("checkbox", { name: /^.?Rosa Duarte/ }));
  await page.keyboard.press("Space");
  await press(page, button(page, "Set the conference"));
  await heading(page, /^.?Itzel Navarro Duarte.?, /).waitFor();
}

/** A text with a reflection, a goal with two promises, a piece on the wall. */
async function prepare(page: Page): Promise<void> {
  await comeIn(page, "itzel.navarro");
  await press(page, link(page, "Add work"));
  await press(page, button(page, "Write"));
  await type(page, page.getByLabel("Your text"), "They count the rows.");
  await type(page, page.getByLabel("What is it called?"), "What the fields count");
  await type(page, page.getByLabel("Subject"), "Engl");
  await press(page, button(page, "Put it on my shelf"));
  await heading(page, "What the fields count").waitFor();
  await type(page, page.getByRole("textbox", { name: "What was I asked to do" }), "A poem of one word.");
  await saved(page);
  await press(page, link(page, /^Goals/));
  await press(page, button(page, "Write your first goal"));
  const goal = page.getByRole("region", { name: "Goal 1" });
  await type(page, goal.getByLabel(/^What will be different/), "Geometry from C to B.");
  await type(page, goal.getByLabel("I will"), "Go to office hours.");
  await type(page, goal.getByLabel("At school we will"), "Keep a seat in recovery.");
  await page.keyboard.press("Tab");
  await saved(page);
  await press(page, link(page, /^Portfolio/));
  await press(page, button(page, /^Choose a piece/));
  await press(
    page,
    page
      .getByRole("group", { name: /^Choose a piece for/ })
      .getByRole("button")
      .first(),
  );
  await page.getByText(/hangs in/).waitFor({ state: "attached" });
}

async function present(page: Page): Promise<void> {
  await press(page, link(page, /^Home/));
  await press(page, page.getByRole("link", { name: "Present", exact: true }));
  await press(page, button(page, "Start and keep a copy"));
  await heading(page, "Welcome").waitFor();
  const end = button(page, "End and share with my family");
  for (let at = 0; at < 40 && !(await end.isVisible()); at++) await page.keyboard.press("ArrowRight");
  await press(page, end);
  await heading(page, "That was your conference.").waitFor();
}

async function writeRecord(page: Page): Promise<void> {
  await press(page, link(page, /^Home/));
  await press(page, link(page, "Open the room"));
  await tabTo(
    page,
    page.getByRole("group", { name: /^Is .?Rosa.? here/ }).getByRole("radio", { name: "Here", exact: true }),
  );
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+3");
  await type(page, page.getByLabel(/^What I see in/), "Itzel checks a claim.");
  await page.keyboard.press("Control+5");
  await type(
    page,
    page.getByLabel("Reading and writing, in one plain sentence"),
    "In the middle, and growing.",
  );
  await type(page, page.getByLabel("Math, in one plain sentence"), "Steps get lost.");
  await page.keyboard.press("Control+9");
  await typeDay(page, page.getByLabel("Next check-in"), world.story.checkIn);
  await saved(page);
  await page.keyboard.press("Control+1"); // nothing half under the bar of sections
  await world.look(page, "room");
}

async function readBackAndFinish(page: Page): Promise<void> {
  await page.keyboard.press("Control+9");
  await press(page, button(page, "End the meeting"));
  await press(page, button(page, "Read back"));
  const rosa = page.getByRole("form", { name: "Rosa Duarte" });
  await type(page, rosa.getByLabel("Type your name"), "Rosa Duarte");
  await tabTo(page, rosa.getByRole("checkbox", { name: "I took part" }));
  await page.keyboard.press("Space");
  await press(page, rosa.getByRole("button", { name: "Put my name to it" }));
  await rosa.getByText("Typed ").waitFor();
  await press(page, link(page, /^Hand the computer back/));
  await press(page, button(page, "Finish"));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Finish" }));
  await heading(page, /2026-F-0001.? is finished/).waitFor();
}
