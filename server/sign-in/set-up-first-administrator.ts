import { uuidv7 } from "uuidv7";
import type { Db, Tx } from "#server/database/connect.ts";
import { Invalid } from "#server/http/problems.ts";
import { dayIn } from "#server/schools/calendar.ts";
import { openSession } from "./open-session.ts";
import { hashPassword } from "./password.ts";
import type { FirstSetUp } from "./session.contract.ts";
import { makeLink, spendLink } from "./sign-in-with-link.ts";

/** A one-time token for the first administrator, or null when somebody is already there. */
export async function offerFirstSetUp(db: Db, now: Date): Promise<string | null> {
  const anyone = await db.selectFrom("district").select("id").limit(1).executeTakeFirst();
  if (anyone) return null;
  return await db.transaction().execute((tx) => makeLink(tx, "set-up", null, now));
}

/** Makes the district, its first school and its administrator, and signs her in. */
export async function setUpFirstAdministrator(tx: Tx, entry: FirstSetUp, now: Date): Promise<string> {
  if (!Intl.supportedValuesOf("timeZone").includes(entry.timeZone))
    throw new Invalid("timeZone", "That is not a time zone we know.");
  await spendLink(tx, entry.token, ["set-up"], now);
  const [districtId, schoolId, personId, accountId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await tx.insertInto("district").values({ id: districtId, name: entry.districtName }).execute();
  await tx
    .insertInto("school")
    .values({
      districtId,
      id: schoolId,
      name: entry.schoolName,
      code: entry.schoolCode,
      timeZone: entry.timeZone,
      lowestGrade: 6,
      highestGrade: 12,
    })
    .execute();
  await tx
    .insertInto("account")
    .values({ id: accountId, passwordHash: await hashPassword(entry.password), createdAt: now })
    .execute();
  await tx
    .insertInto("person")
    .values({
      districtId,
      id: personId,
      accountId,
      givenName: entry.givenName,
      familyName: entry.familyName,
      email: entry.email,
    })
    .execute();
  await tx
    .insertInto("signInName")
    .values({ districtId, kind: "email", value: entry.email.toLowerCase(), personId })
    .execute();
  for (const role of ["school-administrator", "district-administrator"] as const) {
    await tx
      .insertInto("staffRole")
      .values({
        districtId,
        id: uuidv7(),
        personId,
        role,
        schoolId: role === "school-administrator" ? schoolId : null,
        fromOn: dayIn(entry.timeZone, now),
      })
      .execute();
  }
  return await openSession(tx, { accountId, districtId, personId }, now);
}
