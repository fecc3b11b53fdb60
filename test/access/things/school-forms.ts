import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { addSchoolForm } from "#server/school-forms/add-school-form.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { aDistrictForm } from "#server/demo-school/district-form.ts";
import { aPdf } from "#test/support/uploads.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";
import { inOne } from "./files.ts";

export interface SchoolFormThings {
  /** A district's own form at her school, a draft. */
  readonly schoolFormId: string;
  /** A draft of a form without fields. */
  readonly flatSchoolFormId: string;
  /** Another, put to use there. */
  readonly usedSchoolFormId: string;
}

let district: Promise<Buffer> | undefined;

/** The form a district asks for, once being mapped and once in use. */
export async function bringSchoolForms(
  db: Db,
  files: Storage,
  { school, adviser }: Circle,
): Promise<SchoolFormThings> {
  const { districtId, schoolId } = school;
  const pdf = await (district ??= aDistrictForm());
  const actor = { districtId, personId: adviser.personId, now: conferenceNight } as Parameters<
    typeof addSchoolForm
  >[1];
  const add = async (content: Buffer) =>
    await addSchoolForm({ db, files }, actor, {
      schoolId,
      received: {
        ...{ key: await files.put(inOne(content)), name: "HC-114.pdf", mediaType: "application/pdf" },
        ...{ bytes: content.length, sha256: Buffer.alloc(32) },
      },
    });
  const schoolFormId = await add(pdf);
  await db
    .insertInto("schoolForm")
    .columns([
      "districtId",
      "id",
      "schoolId",
      "name",
      "state",
      "form",
      "mapping",
      "storageKey",
      "bytes",
      "sha256",
      "pictureKeys",
      "addedBy",
      "addedAt",
    ])
    .expression((eb) =>
      eb
        .selectFrom("schoolForm as f")
        .select((each) => [
          "f.districtId",
          each.val(uuidv7()).as("id"),
          "f.schoolId",
          "f.name",
          each.val("in-use").as("state"),
          "f.form",
          "f.mapping",
          "f.storageKey",
          "f.bytes",
          "f.sha256",
          "f.pictureKeys",
          "f.addedBy",
          "f.addedAt",
        ])
        .where("f.districtId", "=", districtId)
        .where("f.id", "=", schoolFormId),
    )
    // Another student's school may be the same, and has one already.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const used = await db
    .selectFrom("schoolForm")
    .select("id")
    .where("districtId", "=", districtId)
    .where("schoolId", "=", schoolId)
    .where("state", "=", "in-use")
    .executeTakeFirstOrThrow();
  return { schoolFormId, flatSchoolFormId: await add(await aPdf()), usedSchoolFormId: used.id };
}
