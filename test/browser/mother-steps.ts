import type { Page } from "playwright-core";
import { expect } from "vitest";
import { textOf } from "#test/forms/read-pdf.ts";
import { heading, type World } from "./line-world.ts";

/** From the letter to her part, her name and a note, on a phone and in Spanish. */
export async function readAtHome(world: World, page: Page): Promise<void> {
  const letter = await world.mailbox.waitFor(world.story.rosasAddress, /lo que acordamos/);
  const link = /https?:\/\/\S+\/link#\S+/.exec(letter.text)?.[0] ?? "";
  await page.goto(link);
  await world.look(page, "mother-link");
  await page.getByRole("button", { name: /^(Entrar|Come in)$/ }).click();
  await heading(page, /^Lo que .*le mostró/).waitFor();
  await page.getByRole("heading", { name: /Geometry from C to B\./ }).waitFor();
  await world.look(page, "mother-review");
  await page.getByRole("button", { name: "Sí, lo haré" }).click();
  await page.getByText("Usted dijo que sí").waitFor();
  const pdf = await page.request.get(
    (await page.getByRole("link", { name: /PDF/ }).getAttribute("href")) ?? "",
  );
  expect((await textOf(new Uint8Array(await pdf.body()))).join(" ")).toContain("Rosa Duarte");
  await page.getByLabel("Su nombre").fill("Rosa Duarte");
  await page.getByRole("checkbox", { name: /copia/ }).check();
  await page.getByRole("button", { name: "Enviar", exact: true }).click();
  await page.getByText(/^Gracias\. Usted escribió su nombre/).waitFor();
  await page.getByLabel("Su nota", { exact: true }).fill("Mi amor: estoy muy orgullosa de cómo hablaste.");
  await page.getByRole("button", { name: /^Dársela a/ }).click();
  await page.getByText("Mi amor: estoy muy orgullosa").first().waitFor();
  await world.look(page, "mother-done");
  await page.goto("/");
  await heading(page, /Rosa/).waitFor();
  await world.look(page, "mother-home");
}
