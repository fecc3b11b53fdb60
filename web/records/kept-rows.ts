import { drafts } from "../drafts/drafts.ts";

const place = (recordId: string, list: string) => `record:${recordId}:rows:${list}`;

/** Rows begun on this device that the server may not know yet, so that a reload without network finds them. */
export async function keptRows(recordId: string, list: string, part: string): Promise<string[]> {
  const kept = await (await drafts()).find(place(recordId, list));
  if (!kept) return [];
  const ids = JSON.parse(kept) as string[];
  const known = await Promise.all(ids.map((id) => hasWords(recordId, `${part}/${list}.${id}`)));
  return ids.filter((_, at) => known[at]);
}

/** Remembers which rows were begun here. */
export async function keepRows(recordId: string, list: string, ids: string[]): Promise<void> {
  const all = await drafts();
  await (ids.length === 0
    ? all.forget(place(recordId, list))
    : all.keep(place(recordId, list), JSON.stringify(ids)));
}

async function hasWords(recordId: string, field: string): Promise<boolean> {
  const all = await drafts();
  return (await all.find(`record:${recordId}:${field}`)) !== undefined;
}
