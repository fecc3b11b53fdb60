import { uuidv7 } from "uuidv7";
import { arrangeConference } from "#server/conferences/arrange-conference.ts";
import type { NewConference } from "#server/conferences/conference.contract.ts";
import type { InterventionPlan, Need } from "#server/interventions/intervention.contract.ts";
import { planSupport } from "#server/interventions/plan-support.ts";
import { changeParticipant } from "#server/participants/change-participant.ts";
import { openRecord } from "#server/records/open-record.ts";
import { saveField } from "#server/records/save-field.ts";
import type { FieldValue } from "#server/records/record.contract.ts";
import type { CastKey } from "./cast.ts";
import type { GuestTold, RecordTold } from "./story.ts";
import { okaforsResources } from "./for-home.ts";
import type { Telling } from "./telling.ts";

export interface EveningTold {
  readonly student: CastKey;
  readonly adviser: CastKey;
  readonly seasonId: string;
  readonly startsAt: Date;
  readonly arrangedAt: Date;
  readonly guests: readonly GuestTold[];
  readonly place: string;
  readonly mode?: NewConference["mode"];
  readonly link?: string;
}

/** The adviser arranges a conference and asks everybody to come. */
export async function arrangeEvening(telling: Telling, told: EveningTold): Promise<string> {
  const { student, adviser, seasonId, startsAt, arrangedAt, guests, place, mode, link } = told;
  return await arrangeConference(telling.tx, telling.actor(adviser, arrangedAt), {
    studentId: telling.of(student).personId,
    seasonId,
    startsAt: startsAt.toISOString(),
    mode: mode ?? "in-person",
    place,
    link: link ?? "",
    householdKey: "joint",
    participants: guests.map(({ who, part, remote }) => ({
      personId: telling.of(who).personId,
      part,
      expected: remote ? "remote" : "present",
    })),
  });
}

interface Writing {
  readonly conferenceId: string;
  readonly adviser: CastKey;
  readonly guests: readonly GuestTold[];
  readonly at: Date;
}

/** The adviser writes in the room: who came, and what was said. Returns the record. */
export async function writeRecord(
  telling: Telling,
  { conferenceId, adviser, guests, at }: Writing,
  told: RecordTold,
): Promise<string> {
  const { tx, calendar } = telling;
  const actor = telling.actor(adviser, at);
  for (const { who, part, remote } of guests)
    await changeParticipant(
      tx,
      actor,
      { conferenceId, personId: telling.of(who).personId },
      { part, attendance: remote ? "remote" : "present" },
    );
  const { id } = await openRecord(tx, actor, conferenceId);
  const save = (field: string, value: FieldValue) =>
    saveField(tx, actor, id, { part: "core", field, base: null, value, language: "en" });
  for (const [field, value] of Object.entries(told.fields)) await save(field, value);
  for (const question of told.questions ?? []) await save(`questions.${uuidv7()}`, { ...question });
  await saveForHome(save);
  for (const { row, plan, reviewed } of told.needs ?? []) {
    const reviewOn = reviewed === undefined ? null : calendar.schoolDay(reviewed);
    const interventionId = uuidv7();
    await save(`needs.${interventionId}`, { ...row });
    if (plan)
      await planSupport(
        tx,
        actor,
        { recordId: id, interventionId },
        {
          ...planFor(row, plan),
          reviewOn,
        },
      );
  }
  if (told.nextCheckIn !== undefined) {
    const offset = Math.round((at.getTime() - calendar.now.getTime()) / 86_400_000) + told.nextCheckIn;
    await save("nextCheckIn", calendar.schoolDay(offset));
  }
  return id;
}

type Save = (field: string, value: FieldValue) => Promise<unknown>;

/** What Mr. Okafor puts on every family's page for home. */
async function saveForHome(save: Save): Promise<void> {
  for (const { language: _language, ...resource } of okaforsResources.slice(0, 2))
    await save(`resources.${uuidv7()}`, resource);
}

const needs: readonly Need[] = ["learning-gap", "credit-deficiency", "attendance"];

const planFor = (row: Readonly<Record<string, string>>, action: string): InterventionPlan => ({
  need: needs.find((need) => need === row["need"]) ?? "other",
  action,
  provider: "Ms. Lindgren",
  startsOn: null,
  frequency: "Tuesdays, 3:10 to 4:00",
  measure: "",
  reviewOn: null,
});
