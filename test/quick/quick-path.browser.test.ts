import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { press, type } from "#test/browser/keyboard.ts";
import { heading, openWorld, saved, type World } from "#test/browser/line-world.ts";
import { signIn } from "#test/browser/sign-in.ts";
import { arrangeConference } from "#test/support/story.ts";
import { aPhoto } from "#test/support/uploads.ts";

let world: World;
beforeAll(async () => void (world = await openWorld("quick")), 120_000);
afterAll(async () => await world?.close());
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await world.showFailure();
});

const day = 86_400_000;

test("nothing prepared two days before: on her phone she is ready in one sitting", async () => {
  const { school, itzel, mrOkafor } = world.story;
  const inTwoDays = Date.now() + 2 * day;
  await arrangeConference(school, itzel, mrOkafor, {
    startsAt: new Date(inTwoDays).toISOString(),
    endsAt: new Date(inTwoDays + 1_800_000).toISOString(),
  });
  const page = await world.newPage({ width: "phone" });
  await signIn(world, page, "itzel.navarro");
  await heading(page, /Two days until/).waitFor();
  await world.look(page, "home-nothing-prepared");
  await page.getByRole("link", { name: "Take the quick path" }).click();
  await heading(page, "Ready in half an hour").waitFor();
  await world.look(page, "empty");

  await page
    .locator("input[type=file]")
    .last()
    .setInputFiles({ name: "my_bike.jpg", mimeType: "image/jpeg", buffer: await aPhoto("#27754f") });
  const bike = page.getByRole("article").filter({ hasText: "my bike" });
  await bike.getByRole("button", { name: "Look at" }).click();
  await page.keyboard.type("the chain: I fixed it with a part I made.");
  await page.getByRole("button", { name: "Tell about something" }).click();
  await page.getByLabel("What did you do or make?").fill("Dinner for eight");
  await page.getByLabel("Tell it in a few words").fill("My uncles came and I cooked mole.");
  await page.getByRole("button", { name: "Add it" }).click();
  const dinner = page.getByRole("article").filter({ hasText: "Dinner for eight" });
  await dinner.getByLabel(/^One sentence/).fill("Everyone asked for more.");

  // From here on with the keyboard alone.
  await type(page, page.getByLabel(/^What will be different/), "I hand in every lab report on time.");
  await type(page, page.getByLabel("What will you do for it?"), "Start each one the day we get it.");
  await page.getByText("You can go into your conference like this.").waitFor();
  await saved(page);
  await world.look(page, "ready");

  await page.reload();
  await page.getByText("You can go into your conference like this.").waitFor();
  expect(await bike.getByLabel(/^One sentence/).inputValue()).toBe(
    "Look at the chain: I fixed it with a part I made.",
  );
  await press(page, page.getByRole("link", { name: "See it as your family will" }));
  await page.getByText("Everyone asked for more.").waitFor();
  await world.look(page, "as-family");
  await page.goto("/");
  await heading(page, /Two days until/).waitFor();
  expect(await page.getByRole("link", { name: /quick path/ }).count()).toBe(0);
  await world.look(page, "home-afterwards");
}, 240_000);
