import { expect, test } from "vitest";
import { wordings, type Template } from "#server/messages/wordings.ts";
import { writeLetter } from "#server/messages/write-letter.ts";

const facts = {
  student: "Itzel",
  author: "Rosa Duarte",
  mentor: "Imani Brooks",
  code: "204117",
  promise: "Weekly meetings",
  what: "Weekly meetings",
  when: "Thursday, November 12 at 5:40 PM",
  place: "Room 214",
  link: "",
  adviser: "Mr. Okafor",
};
const write = (template: string, language: string, more: object = {}) =>
  writeLetter({
    template,
    language,
    name: "Rosa",
    sender: "Calder Bay School",
    facts,
    address: "https://lectern.example.org/link#token&to=/review/1",
    ...more,
  });

const all = (Object.keys(wordings) as Template[]).flatMap((template) =>
  ["en", "es"].map((language) => [template, language] as const),
);

test.each(all)("%s in %s leaves no place unfilled", (template, language) => {
  const { subject, text, html } = write(template, language);
  for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|undefined|null/);
  expect(text).toContain("https://lectern.example.org/link#token&to=/review/1");
  expect(subject.length).toBeLessThan(100);
});

test("a detail nobody gave is no line", () => {
  const { text } = write("conference-arranged", "en");
  expect(text).toContain("Where: Room 214");
  expect(text).not.toContain("Online:");
});

test("a name with signs in it stays a name", () => {
  const { html } = write("record-ready", "en", { facts: { student: `<script>alert("1")</script>` } });
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;");
});

test("a name cannot put a line into the subject's header", () => {
  const { subject } = write("record-ready", "en", { facts: { student: "Itzel\r\nBcc: all@example.org" } });
  expect(subject).not.toMatch(/[\r\n]/);
});

test("a letter that lacks a fact is our mistake, and is not written", () => {
  expect(() => write("record-ready", "en", { facts: {} })).toThrow("student");
  expect(() => write("no-such-letter", "en")).toThrow("no-such-letter");
});
