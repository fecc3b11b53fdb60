import { expect, test } from "vitest";
import { fileKinds } from "#server/files/kinds/file-kind.ts";
import { safeName } from "#server/files/file-name.ts";

const jpeg = fileKinds.find((kind) => kind.mediaType === "image/jpeg")!;

const names: [string, string][] = [
  ["../../etc/passwd.jpg", "passwd.jpg"],
  ["C:\\Users\\ada\\mine.jpg", "mine.jpg"],
  [".jpg", "file.jpg"],
  ["no ending", "no ending.jpg"],
  ["evil\u202Egpj.jpg", "evilgpj.jpg"],
  ["صورة النهر.jpg", "صورة النهر.jpg"],
  ["Bản vẽ 🎨.jpg", "Bản vẽ 🎨.jpg"],
  [`${"long ".repeat(60)}.jpg`, `${"long ".repeat(24).slice(0, 116).trim()}.jpg`],
];
test.each(names)("the name %j becomes %j", (given, kept) => {
  expect(safeName(given, jpeg)).toBe(kept);
});

test("a file without any name gets one", () => {
  expect(safeName(undefined, jpeg)).toBe("file.jpg");
});
