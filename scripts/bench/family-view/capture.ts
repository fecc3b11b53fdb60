import { createHash } from "node:crypto";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { buildApp, type Surroundings } from "#server/app.ts";
import { keepDocuments, type Database } from "#server/database/connect.ts";

/** One statement of the family view, its values either fixed or told by which guardian asks. */
export interface Statement {
  readonly text: string;
  readonly values: readonly (ByGuardian | { fixed: unknown })[];
}
export interface ByGuardian {
  readonly of: keyof ReturnType<typeof valuesOf>;
}

const uuidOf = (text: string): string =>
  createHash("md5")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** What differs from one guardian's request to another's. */
export const valuesOf = (guardian: number) => ({
  tokenHash: createHash("sha256").update(tokenOf(guardian)).digest("hex"),
  guardianId: uuidOf(`guardian ${guardian}`),
  accountId: uuidOf(`account guardian ${guardian}`),
  studentId: uuidOf(`student ${guardian}`),
  presentationId: uuidOf(`presentation ${guardian}-8`),
});

export const tokenOf = (guardian: number): string => `bench-guardian-${guardian}`;
export const pathFor = (guardian: number): string =>
  `/api/presentations/${valuesOf(guardian).presentationId}`;
export const cookieOf = (guardian: number): string => `lectern-session=${tokenOf(guardian)}`;

/** Asks the application once for the family view and writes down every statement it made and how long its answer was. */
export async function captureFamilyView(
  url: string,
  rest: Omit<Surroundings, "db">,
): Promise<{ statements: Statement[]; bytes: number }> {
  const statements: Statement[] = [];
  const known = Object.entries(valuesOf(1)) as [ByGuardian["of"], string][];
  const log = (query: { sql: string; parameters: readonly unknown[] }) =>
    statements.push({ text: query.sql, values: query.parameters.map((value) => describe(value, known)) });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [keepDocuments()],
    log: (event) => void (event.level === "query" && log(event.query)),
  });
  const app = await buildApp({ ...rest, db });
  await app.ready();
  statements.length = 0;
  const answer = await app.inject({ url: pathFor(1), headers: { cookie: cookieOf(1) } });
  if (answer.statusCode !== 200)
    throw new Error(`The family view answered ${answer.statusCode}: ${answer.payload}`);
  const captured = [...statements];
  await app.close();
  await db.destroy();
  return { statements: captured, bytes: answer.rawPayload.length };
}

function describe(value: unknown, known: [ByGuardian["of"], string][]): ByGuardian | { fixed: unknown } {
  const text = Buffer.isBuffer(value) ? value.toString("hex") : value;
  const found = known.find(([, each]) => each === text);
  return found ? { of: found[0] } : { fixed: value };
}
