import { afterAll, expect, test } from "vitest";
import { keepFile } from "#server/files/keep-file.ts";
import type { Received } from "#server/files/receive-file.ts";
import { findActor } from "#server/sign-in/session.queries.ts";
import { openLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";

const lectern = await openLectern();
afterAll(() => lectern.close());
const { itzel } = await aStudentWithAdviser(lectern.db);

const room = 1000;
let made = 0;

function received(bytes: number): Received {
  const sha256 = Buffer.alloc(32, ++made);
  return { key: `k${made}`, name: `${made}.pdf`, mediaType: "application/pdf", bytes, sha256 };
}

async function keep(content: Received): Promise<string> {
  const token = (await lectern.cookieOf(itzel)).split("=")[1]!;
  const actor = (await findActor(lectern.db, token, lectern.now))!;
  return await lectern.db
    .transaction()
    .execute((tx) => keepFile(tx, actor, content, { personBytes: room }))
    .then(
      () => "kept",
      (problem: { code: string }) => problem.code,
    );
}

test("of many uploads at the edge of the room, as many are kept as fit and no more", async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => keep(received(300))));
  expect(outcomes.filter((each) => each === "kept")).toHaveLength(3);
  expect(outcomes.filter((each) => each === "no-room")).toHaveLength(5);
});

test("what is there already needs no room", async () => {
  const content = received(100);
  expect(await keep(content)).toBe("kept");
  expect(await keep({ ...content, key: "other" })).toBe("kept");
  expect(await keep(received(1))).toBe("no-room");
});

test("the same content sent twice at once is one file", async () => {
  await lectern.db.deleteFrom("storedFile").execute();
  const content = received(100);
  await Promise.all([1, 2, 3, 4].map((each) => keep({ ...content, key: `same${each}` })));
  expect(await lectern.db.selectFrom("storedFile").select("id").execute()).toHaveLength(1);
});
