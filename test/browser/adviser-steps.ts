import type { Page } from "playwright-core";
import { expect } from "vitest";
import { heading, saved, type World } from "./line-world.ts";
import { signIn } from "./sign-in.ts";

/** By hand: who, when, where, and who is asked to come. Returns the conference's id. */
export async function setConference(world: World, page: Page): Promise<string> {
  await signIn(world, page, "daniel.okafor");
  await world.look(page, "adviser-home-before");
  await page.getByRole("link", { name: "Set a conference" }).first().click();
  await page.getByLabel("Student").selectOption({ label: "Itzel Navarro Duarte" });
  await heading(page, /^A conference for .*Itzel/).waitFor();
  await page.getByLabel("Day and time").fill(world.story.soon);
  await page.getByLabel("Place").fill("Room 214");
  await page.getByRole("checkbox", { name: /^.?Rosa Duarte/ }).check();
  await page.getByRole("checkbox", { name: /^.?Héctor Navarro/ }).check();
  await page.getByRole("checkbox", { name: /Héctor Navarro.*video/ }).check();
  await page.getByLabel("Interpreter").selectOption({ label: "Lucía Ferrer, Spanish" });
  await world.look(page, "new-conference");
  await page.getByRole("button", { name: "Set the conference" }).click();
  await heading(page, /^.?Itzel Navarro Duarte.?, /).waitFor();
  await world.look(page, "conference");
  const letter = await world.mailbox.waitFor(world.story.rosasAddress, /Itzel/);
  expect(letter.text).toContain("Room 214");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Attendance, the core, a question; what is missing leads on. */
export async function writeInTheRoom(world: World, page: Page, conference: string): Promise<void> {
  await page.goto("/");
  await world.look(page, "adviser-home-now");
  await page.getByRole("link", { name: "Open the room" }).click();
  await page.waitForURL(`**/room/${conference}`);
  await page
    .getByText(/to fill$/)
    .first()
    .waitFor();
  await attend(page, "Rosa", "Here");
  await attend(page, "Héctor", "By video");
  await page.getByLabel(/^What I see in/).fill("Itzel checks a claim before she repeats it.");
  await page
    .getByLabel("Reading and writing, in one plain sentence")
    .fill("In the middle of her grade, and growing.");
  await page.getByLabel("Math, in one plain sentence").fill("She has the ideas; steps get lost.");
  await page
    .getByLabel("What the family celebrates")
    .fill("Se levantó a las cinco sin que nadie se lo pidiera.");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByLabel("Question 1", { exact: true }).fill("Does the D stop college?");
  await page.getByLabel("What we agreed").first().fill("No. It must be repeated.");
  await page.getByLabel("Next check-in").fill(world.story.checkIn);
  await page.getByLabel("Next check-in").blur();
  await saved(page);
  await page.keyboard.press("Control+1"); // nothing half under the bar of sections
  await world.look(page, "room");
}

export async function handOver(world: World, page: Page): Promise<void> {
  await page.getByRole("button", { name: "End the meeting" }).click();
  await page.getByRole("button", { name: "Read back", exact: true }).click();
  await page.getByRole("heading", { name: "Your names" }).waitFor();
  await world.look(page, "hand-over");
  const itzel = page.getByRole("form", { name: "Itzel Navarro Duarte" });
  await itzel.getByLabel("Type your name").fill("Itzel Navarro");
  await itzel.getByRole("checkbox", { name: "I took part" }).check();
  await itzel.getByRole("button", { name: "Put my name to it" }).click();
  await itzel.getByText("Typed ").waitFor();
  await page.getByRole("link", { name: "Hand the computer back" }).click();
}

/** Finishes the record and returns its PDF in English. */
export async function finish(world: World, page: Page): Promise<Uint8Array> {
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Finish" }).click();
  await heading(page, /2026-F-0001.? is finished/).waitFor();
  await world.look(page, "room-finished");
  const href = await page.getByRole("link", { name: /^PDF in English/ }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return new Uint8Array(await answer.body());
}

const attend = async (page: Page, name: string, how: string) =>
  await page
    .getByRole("group", { name: new RegExp(`^Is .?${name}.? here`) })
    .getByText(how, { exact: true })
    .click();
