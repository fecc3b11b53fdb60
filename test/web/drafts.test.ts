import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { Drafts } from "#web/drafts/drafts.ts";
import { sealWith } from "#web/drafts/seal.ts";
import { memoryVault } from "#web/drafts/vault.ts";

const day = 24 * 3_600_000;
const seal = () => sealWith(randomBytes(32).toString("base64"));

test("a text kept on the device comes back at its place, and only there", async () => {
  const drafts = new Drafts("itzel", memoryVault(), await seal());
  await drafts.keep("goal:1", "Read one chapter");
  expect(await drafts.find("goal:1")).toBe("Read one chapter");
  expect(await drafts.find("goal:2")).toBeUndefined();
  await drafts.forget("goal:1");
  expect(await drafts.count()).toBe(0);
});

test("what lies on the device cannot be read without the session's key", async () => {
  const vault = memoryVault();
  await new Drafts("itzel", vault, await seal()).keep("goal:1", "Something private");
  const [kept] = await vault.list("itzel");
  expect(new TextDecoder().decode(kept?.sealed)).not.toContain("private");
  expect(await new Drafts("itzel", vault, await seal()).find("goal:1")).toBeUndefined();
});

test("the next person at the same computer does not get it", async () => {
  const vault = memoryVault();
  const key = await seal();
  await new Drafts("itzel", vault, key).keep("goal:1", "Hers");
  expect(await new Drafts("mateus", vault, key).find("goal:1")).toBeUndefined();
});

test("after a week it is gone", async () => {
  const drafts = new Drafts("itzel", memoryVault(), await seal());
  await drafts.keep("goal:1", "Old", 0);
  expect(await drafts.find("goal:1", 6 * day)).toBe("Old");
  expect(await drafts.find("goal:1", 8 * day)).toBeUndefined();
  expect(await drafts.count()).toBe(0);
});
