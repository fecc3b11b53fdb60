import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addWorkSample, readWorkSample } from "#web/work-samples/work-sample.api.ts";
import { aPiece } from "./pieces.ts";

const lectern = useLectern();
let story: Story;
beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));

const addLink = (url: string) =>
  lectern.as(story.itzel, () => addWorkSample(aPiece({ version: { kind: "link", stage: "final", url } })));

test.each([
  "https://docs.google.com/document/d/1aB/edit",
  "https://drive.google.com/file/d/1aB/view",
  "https://1drv.ms/w/s!Abc",
  "https://onedrive.live.com/?id=1",
  "https://calderbay-my.sharepoint.com/:w:/g/personal/x",
])("a link to a school drive is kept with the warning that the family may not open it: %s", async (url) => {
  const { id, warning } = await addLink(url);
  expect(warning).toBe("family-cannot-open");
  const { versions } = await lectern.as(story.itzel, () => readWorkSample(id));
  expect(versions[0]).toMatchObject({ kind: "link", url, warning: "family-cannot-open" });
});

test.each(["https://scratch.mit.edu/projects/1", "http://example.org/docs.google.com"])(
  "a link anyone can open needs no warning: %s",
  async (url) => expect((await addLink(url)).warning).toBeNull(),
);

test.each([
  "javascript:alert(1)",
  "data:text/html,hello",
  "ftp://example.org/a",
  "file:///etc/passwd",
  "//example.org",
  "my video",
  "https://",
  "https://name:secret@example.org/",
])("what is not the address of a web page is refused: %s", async (url) => {
  await expect(addLink(url)).rejects.toMatchObject({ status: 400, field: "url" });
});
