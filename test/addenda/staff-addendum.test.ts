import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, addToCaseload } from "#test/support/people.ts";
import { nameReader, readAddendum, saveAddendum, unnameReader } from "#web/addenda/addendum.api.ts";
import { readContent, sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish } from "../records/record-story.ts";

const lectern = useLectern();

const note = "Rosa’s hours were cut; ask about lunch.";
const saying = (value: string, base = "") => ({ field: "body" as const, base, value, language: "en" });

test("what staff note apart is in no record, and two who write at once are told", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, itzel, rosa, recordId } = story;
  await lectern.as(mrOkafor, () => saveAddendum(recordId, saying(note)));
  await expect(
    lectern.as(mrOkafor, () => saveAddendum(recordId, saying("Something else"))),
  ).rejects.toMatchObject({ status: 409, code: "stale", current: note });
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  for (const reader of [mrOkafor, itzel, rosa]) {
    const content = await lectern.as(reader, () => readContent(recordId));
    expect(JSON.stringify(content)).not.toContain("lunch");
  }
  for (const reader of [itzel, rosa])
    await expect(lectern.as(reader, () => readAddendum(recordId))).rejects.toMatchObject({ status: 404 });
  await lectern.as(mrOkafor, () => saveAddendum(recordId, saying(`${note} Done.`, note)));
});

test("a counsellor reads it once she is named, and no longer when she is not", async () => {
  const { school, mrOkafor, itzel, kofi, recordId } = await aRecordInTheRoom(lectern);
  const [vega, other] = [
    await addStaff(school, "Luis Vega", ["counsellor"]),
    await addStaff(school, "Dana Cole", ["counsellor"]),
  ];
  await addToCaseload(school, vega, itzel, "counsellor");
  await addToCaseload(school, other, kofi, "counsellor");
  await lectern.as(mrOkafor, () => saveAddendum(recordId, saying(note)));
  const read = () => lectern.as(vega, () => readAddendum(recordId));
  await expect(read()).rejects.toMatchObject({ status: 404 });
  await lectern.as(mrOkafor, () => nameReader(recordId, vega.personId));
  expect(await read()).toMatchObject({ body: note, savedBy: "Daniel Okafor", mayWrite: false, readers: [] });
  const { readers } = await lectern.as(mrOkafor, () => readAddendum(recordId));
  expect(readers).toEqual([{ personId: vega.personId, name: "Luis Vega", part: "counsellor", named: true }]);
  await expect(lectern.as(mrOkafor, () => nameReader(recordId, other.personId))).rejects.toMatchObject({
    status: 404,
  });
  await lectern.as(mrOkafor, () => unnameReader(recordId, vega.personId));
  await expect(read()).rejects.toMatchObject({ status: 404 });
});
