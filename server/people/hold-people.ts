import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";

/**
 * Holds people, in one order, before their hours are written: two bookings of one person then wait for each other.
 * Without it, two inserts under an exclusion constraint may wait in a circle until PostgreSQL ends one of them.
 */
export async function holdPeople(tx: Tx, { districtId }: Actor, ids: readonly string[]): Promise<void> {
  await sql`select id from person where district_id = ${districtId} and id = any(${[...ids]}::uuid[])
    order by id for no key update`.execute(tx);
}
