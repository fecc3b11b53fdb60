import { expect, test } from "vitest";
import type { Actor } from "#server/access/actor.ts";
import { noteChange, noteSecretSet } from "#server/audit/note-change.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { listChanges, listLooks } from "#web/audit/audit.api.ts";
import { readStudent } from "#web/people/people.api.ts";

const lectern = useLectern();

async function aSchoolWithOffice() {
  const story = await aStudentWithAdviser(lectern.db);
  const msQuill = await addStaff(story.school, "Bernadette Quill", ["office"]);
  const msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  const actor = { ...msQuill, now: lectern.now } as unknown as Actor;
  return { ...story, msQuill, msEze, actor };
}

test("a change stands with who made it, when, and both values; the newest first", async () => {
  const { itzel, msEze, actor } = await aSchoolWithOffice();
  const about = {
    kind: "result",
    studentId: itzel.personId,
    subject: "MAP Growth, Math, fall 2026",
  } as const;
  await lectern.db.transaction().execute(async (tx) => {
    await noteChange(tx, actor, { ...about, field: "score", old: 214, new: 241 });
    await noteChange(tx, actor, { ...about, field: "takenOn", old: null, new: "2026-09-14" });
  });
  const { changes, next } = await lectern.as(msEze, () => listChanges(itzel.personId));
  expect(next).toBeNull();
  expect(changes.map(({ id: _, ...change }) => change)).toEqual([
    {
      by: "Bernadette Quill",
      at: "2026-11-13T00:40:00.000Z",
      kind: "result",
      subject: about.subject,
      field: "takenOn",
      old: null,
      new: "2026-09-14",
    },
    {
      by: "Bernadette Quill",
      at: "2026-11-13T00:40:00.000Z",
      kind: "result",
      subject: about.subject,
      field: "score",
      old: 214,
      new: 241,
    },
  ]);
});

test("writing the same value again is no change, and a secret is noted without its value", async () => {
  const { itzel, msEze, actor } = await aSchoolWithOffice();
  const about = { kind: "sign-in", studentId: itzel.personId, subject: "Itzel", field: "password" } as const;
  await lectern.db.transaction().execute(async (tx) => {
    await noteChange(tx, actor, { ...about, field: "username", old: "itzel", new: "itzel" });
    await noteSecretSet(tx, actor, about);
  });
  const { changes } = await lectern.as(msEze, () => listChanges(itzel.personId));
  expect(changes).toMatchObject([{ field: "password", old: null, new: null }]);
});

test("a change that was taken back with its transaction was never made", async () => {
  const { itzel, msEze, actor } = await aSchoolWithOffice();
  const change = {
    kind: "credit",
    studentId: itzel.personId,
    subject: "English 9",
    field: "credits",
    old: 0,
    new: 5,
  } as const;
  const failing = lectern.db.transaction().execute(async (tx) => {
    await noteChange(tx, actor, change);
    throw new Error("the credit could not be written");
  });
  await expect(failing).rejects.toThrow();
  expect(await lectern.as(msEze, () => listChanges(itzel.personId))).toEqual({ changes: [], next: null });
});

test("a long history comes page by page, nothing twice and nothing left out", async () => {
  const { itzel, msEze, actor } = await aSchoolWithOffice();
  await lectern.db.transaction().execute(async (tx) => {
    for (let score = 1; score <= 73; score += 1)
      await noteChange(tx, actor, {
        kind: "result",
        studentId: itzel.personId,
        subject: "MAP",
        field: "score",
        old: score - 1,
        new: score,
      });
  });
  const first = await lectern.as(msEze, () => listChanges(itzel.personId));
  const second = await lectern.as(msEze, () => listChanges(itzel.personId, first.next ?? ""));
  expect(second.next).toBeNull();
  expect([...first.changes, ...second.changes].map((change) => change.new)).toEqual(
    Array.from({ length: 73 }, (_, index) => 73 - index),
  );
});

test("an administrator sees who looked at a student, and why she may", async () => {
  const { itzel, msEze, mrOkafor } = await aSchoolWithOffice();
  await lectern.as(mrOkafor, () => readStudent(itzel.personId));
  await expect
    .poll(() => lectern.as(msEze, () => listLooks(itzel.personId)), { timeout: 20_000, interval: 300 })
    .toMatchObject({
      looks: expect.arrayContaining([expect.objectContaining({ reader: "Daniel Okafor", why: "adviser" })]),
    });
});
