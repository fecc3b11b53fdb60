import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#test/support/database.ts";

/** Tables that belong to no district, each with its reason. */
const exempt = {
  district: "it is the tenant itself",
  account: "one account may be a person in several districts",
  session: "found by its token before the district is known",
  sign_in_link: "found by its token before the district is known",
  sign_in_code: "belongs to a link, which is found before the district is known",
  sign_in_attempt: "counts tries of names that may not exist",
  kysely_migration: "belongs to the migrations",
  kysely_migration_lock: "belongs to the migrations",
};

let database: TestDatabase;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(async () => await database.drop());

interface Key {
  tableName: string;
  name: string;
  kind: "p" | "u" | "f" | "x";
  firstColumn: string;
  points: string | null;
}

const listKeys = async (): Promise<Key[]> =>
  (
    await sql<Key>`select c.conrelid::regclass::text as table_name, c.conname as name, c.contype as kind,
      (select a.attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) as first_column,
      nullif(c.confrelid, 0)::regclass::text as points
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where n.nspname = 'public' and c.contype in ('p', 'u', 'f', 'x') and c.conrelid <> 0`.execute(database.db)
  ).rows;

const listUniqueIndexes = async (): Promise<{ tableName: string; name: string; firstColumn: string }[]> =>
  (
    await sql<{
      tableName: string;
      name: string;
      firstColumn: string;
    }>`select i.indrelid::regclass::text as table_name, i.indexrelid::regclass::text as name,
      (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) as first_column
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public'`.execute(database.db)
  ).rows;

const ofDistrict = (table: string): boolean => !(table in exempt);

test("every key of a district's table begins with the district, so no row can point into another district", async () => {
  const keys = (await listKeys()).filter((key) => ofDistrict(key.tableName) && key.points !== "account");
  expect(keys.filter((key) => key.firstColumn !== "district_id").map((key) => key.name)).toEqual([]);
  expect(keys.length).toBeGreaterThan(100);
});

test("every index of a district's table begins with the district, or no query that names it first could use it", async () => {
  const indexes = (await listUniqueIndexes()).filter((index) => ofDistrict(index.tableName));
  const finders = [
    // Sign-in begins before the district is known: these two find it.
    ...["sign_in_name_by_value", "person_by_account"],
    // The storage knows no districts: its sweeper asks by key, and uploads nobody goes on with are found by age.
    ...[
      "stored_file_by_key",
      "file_preview_by_key",
      "upload_part_by_key",
      ...["record_bundle_by_key", "school_form_by_key"],
      "upload_by_touch",
      // What is to be compared or scanned next, of all districts.
      ...["stored_file_by_check", "stored_file_to_scan"],
    ],
    // Whoever holds a copy need not know whose it is.
    "record_copy_by_sha256",
  ];
  expect(
    indexes
      .filter((index) => index.firstColumn !== "district_id" && !finders.includes(index.name))
      .map((index) => index.name),
  ).toEqual([]);
});

test("every table of a district has a primary key, and every exempt table exists", async () => {
  const { rows } = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(database.db);
  const tables = rows.map((row) => row.name);
  const keyed = new Set((await listKeys()).filter((key) => key.kind === "p").map((key) => key.tableName));
  expect(tables.filter((table) => !keyed.has(table))).toEqual([]);
  expect(Object.keys(exempt).filter((table) => !tables.includes(table))).toEqual([]);
});
