import pg from "pg";
import type { Address } from "#server/database/embedded/reach-database.ts";

/** Asks one thing over a connection of its own. */
export async function ask(address: Address, text: string): Promise<unknown[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}
