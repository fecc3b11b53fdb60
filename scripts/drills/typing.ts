import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { between, type Chance } from "./chance.ts";
import type { Ledger } from "./ledger.ts";
import type { Person } from "./senders.ts";
import { roomCookie } from "./small-school.ts";

type Place = { origin: () => string; ledger: Ledger; chance: Chance };

/** An id as the database makes it of a text: md5(…)::uuid. */
function idOf(text: string): string {
  const hex = createHash("md5").update(text).digest("hex");
  return [8, 12, 16, 20, 32].map((to, at) => hex.slice([0, 8, 12, 16, 20][at], to)).join("-");
}

export const recordOf = (room: number): string => idOf(`record ${room}`);
export const conferenceOf = (room: number): string => idOf(`live ${room}`);

/** Types into one field of a record, each save resting on the one before; after a break what stands there is read first. */
export function types({ origin, ledger, chance }: Place, room: number): Person {
  const field = { acknowledged: "", sent: "" };
  ledger.fields.set(room, field);
  let count = 0;
  return async () => {
    if (field.sent !== field.acknowledged) field.acknowledged = field.sent = await readField(origin(), room);
    field.sent = `She measures before she talks. ${++count}`;
    const answer = await fetch(`${origin()}/api/records/${recordOf(room)}/fields`, {
      method: "PATCH",
      headers: { "content-type": "application/json", cookie: roomCookie(room) },
      body: JSON.stringify({
        ...{ part: "core", field: "adviserStrengths", language: "en" },
        ...{ base: field.acknowledged, value: field.sent },
      }),
    });
    if (!answer.ok) throw new Error(`A save was answered with ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
    field.acknowledged = field.sent;
    ledger.counts.fields++;
    await sleep(between(chance, 5, 60));
  };
}

/** What a room's field holds now. */
export async function readField(origin: string, room: number): Promise<string> {
  const answer = await fetch(`${origin}/api/conferences/${conferenceOf(room)}/record`, {
    headers: { cookie: roomCookie(room) },
  });
  if (!answer.ok) throw new Error(`A record was answered with ${answer.status}`);
  const { fields } = (await answer.json()) as { fields: { field: string; value: unknown }[] };
  return String(fields.find(({ field }) => field === "adviserStrengths")?.value ?? "");
}
