import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { drawPreviews } from "#server/files/previews/draw-previews.ts";
import type { Received } from "#server/files/receive-file.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { cleanForm } from "#server/forms/foreign/clean-form.ts";
import { inspectForm, measurePages } from "#server/forms/foreign/inspect-form.ts";
import { suggestMapping } from "#server/forms/foreign/mapping/suggest-mapping.ts";
import type { ForeignForm } from "#server/forms/foreign/foreign-form.ts";
import { Problem } from "#server/http/problems.ts";
import { damaged } from "#server/forms/foreign/refusals.ts";
import type { FieldMapping } from "./school-form.contract.ts";
import { slotsOfSchool } from "./slots-of-school.ts";
import type { FormSlotDefinition } from "./slots/slot.ts";

type Place = { db: Db; files: Storage };

/**
 * Makes a draft of a school's form from its PDF: cleaned, drawn page by page, with a first mapping by its fields' names.
 * A PDF without fields becomes a draft without any, for a mapping file to place them.
 * Throws `form-locked`, `form-xfa`, `form-damaged`, `form-too-large`; nothing is kept then, and what was received never is.
 */
export async function addSchoolForm(
  { db, files }: Place,
  actor: Actor,
  { schoolId, received }: { schoolId: string; received: Received },
): Promise<string> {
  const kept: string[] = [];
  try {
    const original = await files.withLocalFile(received.key, (path) => readFile(path));
    // Which fields are days stands only in their scripts, so they are read before those go.
    const form = await readForm(original);
    const { bytes, removed } = await cleanForm(original);
    const storageKey = await files.put(inOne(bytes));
    kept.push(storageKey);
    const pictureKeys = await drawPages(files, storageKey, kept);
    if (pictureKeys.length < Math.min(form.pages.length, mostDrawn)) throw damaged();
    return await insertForm(db, actor, {
      ...{ schoolId, storageKey, pictureKeys },
      name: received.name.replace(/\.pdf$/i, ""),
      form: JSON.stringify(form),
      mapping: JSON.stringify(suggested(form, await slotsOfSchool(db, actor, schoolId))),
      removed: JSON.stringify([...new Set(removed.map(({ kind }) => kind))]),
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest(),
    });
  } catch (error) {
    for (const key of kept) await files.delete(key);
    throw error;
  } finally {
    await files.delete(received.key);
  }
}

/** The form's fields; none yet where a mapping file is still to place them. */
async function readForm(pdf: Uint8Array): Promise<ForeignForm> {
  try {
    return await inspectForm(pdf);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "form-flat") throw error;
    return { pages: await measurePages(pdf), fields: [] };
  }
}

/** So many pages are drawn of any PDF; fields beyond them are mapped from the list alone. */
const mostDrawn = 40;

/** The picture of every page, first to last. */
async function drawPages(files: Storage, storageKey: string, kept: string[]): Promise<string[]> {
  const pages: string[] = [];
  await files.withLocalFile(storageKey, (path) =>
    drawPreviews({ path, mediaType: "application/pdf" }, async ({ kind, data }) => {
      if (kind === "small") return;
      const key = await files.put(inOne(data));
      kept.push(key);
      pages.push(key);
    }),
  );
  return pages;
}

/** A first guess at what goes into each field, by its name. */
export const suggested = ({ fields }: ForeignForm, slots: readonly FormSlotDefinition[]): FieldMapping[] =>
  suggestMapping(
    fields.filter(({ isReadOnly }) => !isReadOnly),
    slots.map(({ id, kind, words, rows }) => ({ id, kind, words: [...words], rows })),
  ).map(({ field, slot, row }) => ({ field, slot, row: row ?? 1 }));

interface NewForm {
  readonly schoolId: string;
  readonly name: string;
  readonly form: string;
  readonly mapping: string;
  readonly removed: string;
  readonly storageKey: string;
  readonly pictureKeys: string[];
  readonly bytes: number;
  readonly sha256: Buffer;
}

async function insertForm(
  db: Db,
  { districtId, personId: addedBy, now: addedAt }: Actor,
  form: NewForm,
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("schoolForm")
    .values({ districtId, id, addedBy, addedAt, ...form })
    .execute();
  return id;
}

async function* inOne(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data;
}
