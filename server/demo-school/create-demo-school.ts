import { randomInt } from "node:crypto";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { arrangeOwnForm } from "./arrange-own-form.ts";
import { askForOwnForm } from "./ask-for-own-form.ts";
import { StoryCalendar } from "./calendar.ts";
import { enrolEverybody } from "./enrol.ts";
import { closeSeason, formGroups, foundSchool } from "./found-school.ts";
import { giveRights } from "./give-rights.ts";
import { setGoals } from "./goals-told.ts";
import { tellPast } from "./past-conference.ts";
import { tellForHome } from "./for-home.ts";
import { keepNumbers } from "./keep-numbers.ts";
import { keepResults } from "./keep-results.ts";
import { saySoFar } from "./said-ahead.ts";
import { fillShelf, hangWall } from "./shelf.ts";
import type { StudentTold } from "./story.ts";
import { itzel } from "./students/itzel.ts";
import { kofi } from "./students/kofi.ts";
import { minh } from "./students/minh.ts";
import { advisory118 } from "./students/advisory-118.ts";
import { advisory214 } from "./students/advisory-214.ts";
import { emiliano, layla, noor, theo } from "./students/others.ts";
import { wren } from "./students/wren.ts";
import { Telling } from "./telling.ts";
import { tellTheosLast, tellThisSeason } from "./this-season.ts";

const students: readonly StudentTold[] = [
  itzel,
  kofi,
  minh,
  wren,
  theo,
  layla,
  noor,
  emiliano,
  ...advisory214,
  ...advisory118,
];
const words = ["creek", "ferry", "lantern", "plaza", "anchor", "juniper", "harbor", "pebble"] as const;

interface Told {
  readonly db: Db;
  readonly files: Storage;
  readonly signer: RecordSigner;
  readonly now: Date;
  readonly zone: string;
}

/** Fills an empty database with Calder Bay School, all of it or nothing. Returns the password of those who have one. */
export async function createDemoSchool({ db, files, signer, now, zone }: Told): Promise<string> {
  const password = `${wordByChance()}-${randomInt(1000, 9999)}-${wordByChance()}`;
  await db.transaction().execute(async (tx) => {
    const telling = new Telling({ tx, files, signer }, new StoryCalendar(now, zone));
    await foundSchool(telling);
    await enrolEverybody(telling, password);
    await formGroups(telling);
    await giveRights(telling);
    await tellForHome(telling);
    for (const student of students) await fillShelf(telling, student);
    await tellEarlierSeason(telling);
    await tellLastSeason(telling);
    await dropOldMail(telling);
    await keepNumbers(telling);
    await showMentor(telling);
    for (const student of students) await prepare(telling, student);
    await saySoFar(telling);
    await tellThisSeason(telling);
    await askForOwnForm(telling);
    await arrangeOwnForm(telling);
  });
  return password;
}

const wordByChance = (): string => words[randomInt(words.length)] ?? words[0];

async function tellEarlierSeason(telling: Telling) {
  const { calendar, earlierSeason: id } = telling;
  const middle = calendar.earlierSeason;
  const season = { id, middle, reported: calendar.at(calendar.day(middle + 150), "16:10") };
  for (const student of students) {
    await keepResults(telling, student, { from: -Infinity, until: middle });
    if (student.earlier) await tellPast(telling, student, season, student.earlier);
  }
  await closeSeason(telling, id);
}

async function tellLastSeason(telling: Telling) {
  const { calendar, lastSeason: id } = telling;
  const middle = calendar.lastSeason;
  const season = { id, middle, reported: calendar.at(calendar.day(-6), "16:10") };
  for (const student of students) {
    await keepResults(telling, student, { from: calendar.earlierSeason, until: middle });
    if (student.last) await tellPast(telling, student, season, student.last);
    await keepResults(telling, student, { from: middle, until: Infinity });
  }
  await tellTheosLast(telling);
  await closeSeason(telling, id);
}

/** What she has prepared for this season. */
async function prepare(telling: Telling, { key, wall, goals }: StudentTold) {
  const { calendar } = telling;
  const isMiddle = telling.schoolOf(key) === telling.middleSchoolId;
  const seasonId = isMiddle ? telling.middleSchoolSeason : telling.season;
  const at = calendar.at(calendar.day(-5), "19:45");
  if (wall) await hangWall(telling, key, { seasonId, at, wall });
  if (goals) await setGoals(telling, at, { student: key, adviser: "okafor", seasonId, goals });
}

/** Last season’s letters were read long ago; only this season’s go to the outbox. */
const dropOldMail = ({ tx, districtId }: Telling) =>
  tx.deleteFrom("outgoingMessage").where("districtId", "=", districtId).execute();

/** What the mentor was given to see of last season: the pieces, and nothing else. */
async function showMentor(telling: Telling) {
  const { tx, districtId, calendar } = telling;
  const items = await tx
    .selectFrom("presentationItem")
    .innerJoin("presentation", (join) =>
      join
        .onRef("presentation.districtId", "=", "presentationItem.districtId")
        .onRef("presentation.id", "=", "presentationItem.presentationId"),
    )
    .select("presentationItem.id")
    .where("presentationItem.districtId", "=", districtId)
    .where("presentation.studentId", "=", telling.of("itzel").personId)
    .where("presentationItem.kind", "=", "work")
    .execute();
  const mentorId = telling.of("imani").personId;
  const expiresAt = calendar.at(calendar.day(30), "23:00");
  const rows = items.map(({ id }) => ({ districtId, presentationItemId: id, mentorId, expiresAt }));
  if (rows.length > 0) await tx.insertInto("mentorItem").values(rows).execute();
}
