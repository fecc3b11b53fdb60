import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import { holdMovable } from "../hang-piece.ts";
import { arrange, listHangings } from "../portfolio.queries.ts";
import { agendaWith, keyOf, placesOf, sectionKeys, sectionOf, type OwnSection } from "./own-sections.ts";
import type { NewSection, SectionNaming, SectionPlacing } from "./section.contract.ts";
import {
  deleteSection,
  insertSection,
  listOwnSections,
  placeSections,
  putName,
  readOwnSection,
} from "./section.queries.ts";

/** More would make the parts of a conference shorter than a minute. */
const mostSections = 6;

/** Makes a section of the student's own. */
export async function makeSection(
  tx: Tx,
  actor: Actor,
  portfolioId: string,
  { name, after }: NewSection,
): Promise<string> {
  const { own, agenda } = await holdSections(tx, actor, portfolioId);
  if (own.length >= mostSections)
    throw new Refused("too-many-sections", "Six sections of your own are as many as fit.");
  const section = { id: uuidv7(), name: name.trim(), afterKey: "" };
  await insertSection(tx, actor, { id: section.id, portfolioId, name: section.name });
  await putAfter(tx, actor, { agenda, own: [...own, section], moving: section, after });
  return section.id;
}

/** Gives a section another name. */
export async function renameSection(
  tx: Tx,
  actor: Actor,
  sectionId: string,
  { field, base, value }: SectionNaming,
): Promise<void> {
  const { portfolioId } = await readOwnSection(tx, actor, sectionId);
  await holdSections(tx, actor, portfolioId);
  const { name } = await readOwnSection(tx, actor, sectionId);
  if (name === value.trim()) return;
  if (name !== base) throw new Stale(name, field);
  await putName(tx, actor, sectionId, value.trim());
}

/** Moves a section with everything in it. */
export async function moveSection(
  tx: Tx,
  actor: Actor,
  sectionId: string,
  { after }: SectionPlacing,
): Promise<void> {
  const { portfolioId } = await readOwnSection(tx, actor, sectionId);
  const { own, agenda } = await holdSections(tx, actor, portfolioId);
  const moving = own.find(({ id }) => id === sectionId);
  if (moving) await putAfter(tx, actor, { agenda, own, moving, after });
}

/** Removes a section; what hangs in it hangs on in the one before, or the one that is first then. */
export async function removeSection(tx: Tx, actor: Actor, sectionId: string): Promise<void> {
  const { portfolioId } = await readOwnSection(tx, actor, sectionId);
  const { own, agenda } = await holdSections(tx, actor, portfolioId);
  const keys = sectionKeys(agendaWith(agenda, own));
  const key = keyOf({ id: sectionId });
  const home = keys[keys.indexOf(key) - 1] ?? keys.find((each) => each !== key) ?? key;
  const hangings = await listHangings(tx, actor, portfolioId);
  await arrange(
    tx,
    actor,
    hangings.map(({ id, section }) => ({ id, section: section === key ? home : sectionOf(section, keys) })),
  );
  await deleteSection(tx, actor, sectionId);
}

/** Holds the portfolio while its sections change. */
async function holdSections(tx: Tx, actor: Actor, portfolioId: string) {
  const { agenda, seasonId } = await holdMovable(tx, actor, portfolioId);
  return { agenda, own: await listOwnSections(tx, actor, { studentId: actor.personId, seasonId }) };
}

interface Move {
  readonly agenda: string;
  readonly own: readonly OwnSection[];
  readonly moving: OwnSection;
  readonly after: string | null;
}

/** Puts a section after another; when that one is gone, last. */
async function putAfter(tx: Tx, actor: Actor, { agenda, own, moving, after }: Move): Promise<void> {
  const others = own.filter(({ id }) => id !== moving.id);
  const keys = sectionKeys(agendaWith(agenda, others));
  const at = after === null ? 0 : keys.indexOf(after) + 1 || keys.length;
  const placed = [...keys.slice(0, at), keyOf(moving), ...keys.slice(at)];
  await placeSections(tx, actor, placesOf(placed, own));
}
