// @vitest-environment jsdom
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useFetch } from "#web/api/client.ts";
import { offline, Problem } from "#web/api/problem.ts";
import { Autosave } from "#web/autosave/autosave.svelte.ts";
import { saving } from "#web/autosave/saving.svelte.ts";
import { drafts } from "#web/drafts/drafts.ts";
import { network } from "#web/navigation/network.svelte.ts";
import { speak } from "#web/words/words.svelte.ts";

type Change = { base: string; value: string };
let putBack = () => {};
let place = 0;
const nextPlace = () => `goal:${++place}:wording`;

beforeAll(async () => {
  putBack = useFetch(() => Promise.reject(new TypeError("no server here")));
  await speak("en");
});
afterAll(() => putBack());

test("typing is sent once, after a pause, with the text it replaces", async () => {
  const sent: Change[] = [];
  const field = new Autosave(nextPlace(), "Read", async (change) => void sent.push(change), { pause: 10 });
  field.value = "Read o";
  field.value = "Read one";
  await vi.waitFor(() => expect(field.state).toBe("saved"));
  expect(sent).toEqual([{ base: "Read", value: "Read one" }]);
  expect(saving.state).toBe("saved");
});

test("typing goes on while a save is on its way, and the next one builds on it", async () => {
  const sent: Change[] = [];
  const slow = async (change: Change) => {
    sent.push(change);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const field = new Autosave(nextPlace(), "", slow, { pause: 1 });
  field.value = "One";
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  field.value = "One two";
  await vi.waitFor(() => expect(field.state).toBe("saved"));
  expect(sent.at(-1)).toEqual({ base: "One", value: "One two" });
});

test("without a network the text is kept here and goes up when it is back", async () => {
  let isBack = false;
  const at = nextPlace();
  const field = new Autosave(at, "", async () => isBack || Promise.reject(offline()), { pause: 1 });
  field.value = "Kept";
  await vi.waitFor(() => expect(field.state).toBe("offline"));
  expect(await (await drafts()).find(at)).toContain("Kept");
  isBack = true;
  network.found();
  await vi.waitFor(() => expect(field.state).toBe("saved"));
  await vi.waitFor(async () => expect(await (await drafts()).find(at)).toBeUndefined());
});

test("a field opened again sends what never arrived", async () => {
  const at = nextPlace();
  await (await drafts()).keep(at, JSON.stringify({ base: "Read", value: "Read more" }));
  const sent: Change[] = [];
  const field = new Autosave(at, "Read", async (change) => void sent.push(change), { pause: 1 });
  await vi.waitFor(() => expect(field.state).toBe("saved"));
  expect(sent).toEqual([{ base: "Read", value: "Read more" }]);
});

test("when somebody was faster both texts stand until one is chosen", async () => {
  const sent: Change[] = [];
  const refuseFirst = async (change: Change) => {
    sent.push(change);
    if (sent.length === 1) throw new Problem({ status: 409, code: "stale", current: "Theirs" });
  };
  const field = new Autosave(nextPlace(), "Read", refuseFirst, { pause: 1 });
  field.value = "Mine";
  await vi.waitFor(() => expect(field.state).toBe("conflict"));
  expect([field.value, field.theirs]).toEqual(["Mine", "Theirs"]);
  await field.keepMine();
  expect(sent.at(-1)).toEqual({ base: "Theirs", value: "Mine" });
  expect(field.state).toBe("saved");
});

test("the other's text may stand instead", async () => {
  const stale = () => Promise.reject(new Problem({ status: 409, code: "stale", current: "Theirs" }));
  const field = new Autosave(nextPlace(), "Read", stale, { pause: 1 });
  field.value = "Mine";
  await vi.waitFor(() => expect(field.state).toBe("conflict"));
  await field.keepTheirs();
  expect([field.value, field.isPending]).toEqual(["Theirs", false]);
});

test("a text the server will not take says why and is not sent again by itself", async () => {
  let tries = 0;
  const refuse = () => (
    tries++,
    Promise.reject(new Problem({ status: 400, code: "invalid", detail: "Too long" }))
  );
  const field = new Autosave(nextPlace(), "", refuse, { pause: 1 });
  field.value = "x";
  await vi.waitFor(() => expect(field.problem?.code).toBe("invalid"));
  expect([tries, field.state]).toEqual([1, "unsaved"]);
});
