import { readAgenda } from "#server/seasons/agenda.ts";
import type { AgendaSegment } from "#server/seasons/agenda.contract.ts";

/** A section the student made, standing after one of the agenda's. */
export interface OwnSection {
  readonly id: string;
  readonly name: string;
  /** A key of the agenda, empty before its first section. */
  readonly afterKey: string;
}

/** A part of the conference; the name is of a section the student made. */
export type StageSegment = AgendaSegment & { readonly name?: string };

/** Minutes a section of her own takes before everything is scaled to the conference. */
const ownMinutes = 2;

export const keyOf = ({ id }: Pick<OwnSection, "id">): string => `own-${id}`;

/** The season's agenda with the student's own sections in it, at its own length. */
export function agendaWith(
  agendaKey: string,
  own: readonly OwnSection[],
): { key: string; segments: StageSegment[] } {
  const { key, segments } = readAgenda(agendaKey);
  const works = segments.filter(({ showsWork }) => showsWork).map((segment) => segment.key);
  const asSegment = (section: OwnSection): StageSegment => ({
    key: keyOf(section),
    name: section.name,
    minutes: ownMinutes,
    showsWork: true,
  });
  const after = (place: string) =>
    own.filter(({ afterKey }) => placeOf(afterKey, works) === place).map(asSegment);
  return {
    key,
    segments: segments.flatMap((segment) => [
      ...(segment.key === works[0] ? after("") : []),
      segment,
      ...after(segment.key),
    ]),
  };
}

/** A section of an agenda that is no longer this one's stands after the last part that shows work. */
const placeOf = (afterKey: string, works: readonly string[]): string =>
  afterKey === "" || works.includes(afterKey) ? afterKey : (works.at(-1) ?? "");

/** The keys of the parts that show work, in order. */
export const sectionKeys = ({ segments }: { segments: readonly StageSegment[] }): string[] =>
  segments.filter(({ showsWork }) => showsWork).map(({ key }) => key);

/** Where a piece hangs: one whose section is gone hangs in the first. */
export const sectionOf = (section: string, keys: readonly string[]): string =>
  keys.includes(section) ? section : (keys[0] ?? section);

/** Her own sections as they stand among `keys`, each with the agenda's section it follows. */
export function placesOf(keys: readonly string[], own: readonly OwnSection[]): OwnSection[] {
  let afterKey = "";
  return keys.flatMap((key) => {
    const section = own.find((each) => keyOf(each) === key);
    if (!section) afterKey = key;
    return section ? [{ ...section, afterKey }] : [];
  });
}
