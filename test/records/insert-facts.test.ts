import { expect, test } from "vitest";
import { typedBehindSign } from "#web/records/facts-to-insert.svelte.ts";

const at = (text: string) => typedBehindSign(text, text.length);

test("what is typed behind the sign is looked for, from the sign on", () => {
  expect(at("@")).toEqual({ typed: "", from: 0 });
  expect(at("She raised @geo")).toEqual({ typed: "geo", from: 11 });
  expect(at("(@tide pool")).toEqual({ typed: "tide pool", from: 1 });
});

test("an address, a sign that is over and the next line are not looked for", () => {
  expect(at("rosa@example.org")).toBeUndefined();
  expect(at("@ ")).toBeUndefined();
  expect(at("@goal  ")).toBeUndefined();
  expect(at("@goal\nnext")).toBeUndefined();
  expect(typedBehindSign("@geo and more", 0)).toBeUndefined();
});
