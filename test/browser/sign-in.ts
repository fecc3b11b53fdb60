import type { Page } from "playwright-core";
import type { World } from "./line-world.ts";

/** By name and password, as on any school computer. */
export async function signIn(world: World, page: Page, name: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Name or e-mail").fill(name);
  await page.getByLabel("Password").fill(world.story.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /^You:/ }).waitFor();
}
