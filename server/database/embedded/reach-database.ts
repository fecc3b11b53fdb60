import pg from "pg";
import { CannotStart } from "./cannot-start.ts";

/** Where a server is and how to sign in to it. */
export type Address = { host: string; port: number; user: string; password: string; database: string };

// Not there yet, not listening yet, still recovering from a crash.
const notYet = new Set(["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03"]);

/** Waits until the database answers, and makes it if the server is new. */
export async function reachDatabase(
  address: Address,
  failure: () => string | undefined,
  milliseconds: number,
): Promise<void> {
  for (const end = Date.now() + milliseconds; ; await new Promise((resolve) => setTimeout(resolve, 10))) {
    const problem = await tryDatabase(address);
    if (problem === undefined) return;
    if (problem === "3D000") return await makeDatabase(address);
    const reason = failure() ?? (notYet.has(problem) && Date.now() < end ? undefined : problem);
    if (reason) throw new CannotStart(`The embedded PostgreSQL did not start: ${reason}.`);
  }
}

/** Undefined when the database answers, else the code of what stands in the way. */
export async function tryDatabase(address: Address): Promise<string | undefined> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // the server may go away between answer and farewell
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

async function makeDatabase(address: Address): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" });
  await client.connect();
  await client.query(`create database ${client.escapeIdentifier(address.database)}`);
  await client.end();
}
