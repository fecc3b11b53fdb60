import { expect, test } from "vitest";
import { cleanForm } from "#server/forms/foreign/clean-form.ts";
import { fillForm } from "#server/forms/foreign/fill-form.ts";
import { inspectForm } from "#server/forms/foreign/inspect-form.ts";
import { hostile } from "./hostile-shapes.ts";
import { complaintsAbout, everythingIn, findText } from "./look.ts";
import { shapes } from "./shapes.ts";

/** What no cleaned file holds, in any object. */
const FORBIDDEN = new RegExp(
  `/(${[
    [
      "JavaScript",
      "JS",
      "AA",
      "OpenAction",
      "XFA",
      "AF",
      "EF",
      "Collection",
      "EmbeddedFiles?",
      "FileAttachment",
    ],
    ["Launch", "SubmitForm", "ImportData", "ResetForm", "URI", "GoToR", "GoToE", "Next"],
    ["RichMedia\\w*", "3D", "Screen", "Movie", "Sound", "Rendition"],
  ]
    .flat()
    .join("|")})(?![A-Za-z])`,
);

const all = Object.entries(hostile);

test.each(all)("%s: nothing of it is left in any object of the cleaned file", async (_, make) => {
  const bytes = await make();
  expect(await everythingIn(bytes)).toMatch(FORBIDDEN);
  const cleaned = await cleanForm(bytes);
  expect((await everythingIn(cleaned.bytes)).match(FORBIDDEN)?.[0]).toBeUndefined();
  expect(complaintsAbout(cleaned.bytes)).toBe("");
});

test.each(all)("%s: the field is still there, and filled like any other", async (_, make) => {
  const { bytes } = await cleanForm(await make());
  expect((await inspectForm(bytes)).fields[0]).toMatchObject({ name: "name", kind: "text" });
  const filled = await fillForm({ bytes: await make(), entries: [{ field: "name", text: "Itzel" }] });
  expect((await everythingIn(filled.bytes)).match(FORBIDDEN)?.[0]).toBeUndefined();
  expect((await findText(filled.bytes)).map(({ text }) => text)).toContain("Itzel");
});

test("it says what was taken out", async () => {
  const kinds = async (name: keyof typeof hostile) =>
    (await cleanForm(await hostile[name]())).removed.map(({ kind }) => kind);
  expect(await kinds("scripts")).toEqual(["script"]);
  expect(await kinds("a script by another spelling")).toEqual(["script"]);
  expect(await kinds("actions")).toEqual(["action"]);
  expect(await kinds("links")).toEqual(["link"]);
  expect(await kinds("attachments")).toEqual(["attachment"]);
  expect(await kinds("media")).toEqual(["media"]);
  expect(await kinds("XFA beside fields")).toEqual(["xfa"]);
});

test("a form with nothing to take out is told so", async () => {
  expect((await cleanForm(await shapes["a line of text"]!.make())).removed).toEqual([]);
});

test("a link within the form stays", async () => {
  const { bytes } = await cleanForm(await hostile.links());
  expect(await everythingIn(bytes)).toMatch(/\/GoTo\b/);
});
