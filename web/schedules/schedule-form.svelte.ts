import { problemOf } from "../api/problem.ts";
import { sentenceFor } from "../api/sentence-for.ts";
import type { Mode } from "../conferences/conference.api.ts";
import { Draft } from "../drafts/draft.svelte.ts";
import { t } from "../words/words.svelte.ts";
import { timesOf } from "./row-times.ts";
import { findTroubles, setSchedule, type NewSchedule, type Schedule, type Trouble } from "./schedule.api.ts";
import { homesOf } from "./homes.ts";
import { rowsOf, ScheduleRow, type KeptRow } from "./schedule-row.svelte.ts";

type Fields = "startsAt" | "minutes" | "gap" | "link" | "form";

/** The conferences of an advisory being set: what was typed stays on this device until the school has it. */
export class ScheduleForm {
  startsAt = $state("");
  minutes = $state("");
  gap = $state("0");
  mode = $state<Mode>("in-person");
  place = $state("");
  link = $state("");
  rows = $state.raw<ScheduleRow[]>([]);
  errors = $state.raw<Partial<Record<Fields, string>>>({});
  /** What stands in the way, by the row's key. */
  troubles = $state.raw<Record<string, Trouble[]>>({});
  isSending = $state(false);

  readonly times = $derived(timesOf(this.rows, this.#order));
  readonly #schedule: Schedule;
  readonly #seasonId: string;
  readonly #kept: Draft;
  #asked = 0;

  constructor(schedule: Schedule & { season: NonNullable<Schedule["season"]> }) {
    this.#schedule = schedule;
    this.#seasonId = schedule.season.id;
    this.minutes = String(schedule.season.minutes);
    this.place = placeOf(schedule);
    this.rows = schedule.students.flatMap(rowsOf);
    this.#kept = new Draft(`schedule:${schedule.advisory.id}:${schedule.season.id}`);
  }

  get #order() {
    return { startsAt: this.startsAt, minutes: whole(this.minutes) ?? 0, gap: whole(this.gap) ?? 0 };
  }

  /** Those to be set, with their times. */
  get toSet(): { row: ScheduleRow; time: string }[] {
    return this.rows
      .map((row, index) => ({ row, time: this.times[index] ?? "" }))
      .filter(({ row }) => !row.isOut);
  }

  /** Puts a row one place earlier or later. */
  move(row: ScheduleRow, by: 1 | -1): void {
    const from = this.rows.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= this.rows.length) return;
    const rows = this.rows.filter((each) => each !== row);
    this.rows = [...rows.slice(0, to), row, ...rows.slice(to)];
  }

  /** Two homes meet apart, one conference each. */
  meetApart(row: ScheduleRow): void {
    const apart = homesOf(row.student).map((home) => new ScheduleRow(row.student, home));
    this.rows = this.rows.flatMap((each) => (each === row ? apart : [each]));
  }

  /** All homes meet in one conference, where the first of them was. */
  meetTogether(row: ScheduleRow): void {
    const first = this.rows.findIndex(({ student }) => student === row.student);
    this.rows = this.rows.flatMap((each, index) =>
      each.student !== row.student ? [each] : index === first ? [new ScheduleRow(row.student)] : [],
    );
  }

  /** What would be sent; null while no time is chosen. */
  get given(): NewSchedule | null {
    const { mode } = this;
    const minutes = whole(this.minutes);
    const set = this.toSet;
    if (set.length === 0 || minutes === null || set.some(({ time }) => time === "")) return null;
    const rows = set.map(({ row, time }) => ({
      studentId: row.student.id,
      startsAt: time,
      minutes,
      mode,
      place: mode === "video" ? "" : this.place,
      link: mode === "video" ? this.link.trim() : "",
      language: row.language,
      householdKey: row.home,
      participants: row.invitations,
    }));
    return { seasonId: this.#seasonId, rows };
  }

  /** Asks what stands in the way of what is typed now; an answer that comes too late is not listened to. */
  async look(): Promise<void> {
    const { given } = this;
    const asked = ++this.#asked;
    if (given === null || Object.keys(this.#faults()).length > 0) return void (this.troubles = {});
    const keys = this.toSet.map(({ row }) => row.key);
    // Looking ahead is a courtesy: without network the school says the same when it is sent.
    const answer = await findTroubles(this.#schedule.advisory.id, given).catch(() => undefined);
    if (asked === this.#asked && answer) this.troubles = byKey(answer.troubles, keys);
  }

  /** Sends it; how many were set, or undefined when something is to be looked at again. */
  async send(): Promise<number | undefined> {
    this.errors = this.#faults();
    const { given } = this;
    if (Object.keys(this.errors).length > 0 || given === null) return undefined;
    const keys = this.toSet.map(({ row }) => row.key);
    this.#asked++;
    this.isSending = true;
    try {
      const { ids } = await setSchedule(this.#schedule.advisory.id, given);
      await this.#kept.sent();
      return ids.length;
    } catch (error) {
      const problem = problemOf(error);
      this.errors = { form: sentenceFor(problem) };
      if (problem.code === "rows-refused") this.troubles = byKey(problem.current as Trouble[], keys);
      return undefined;
    } finally {
      this.isSending = false;
    }
  }

  #faults(): Partial<Record<Fields, string>> {
    const [minutes, gap] = [whole(this.minutes), whole(this.gap)];
    const link = this.link.trim();
    return {
      ...(this.startsAt === "" &&
        this.toSet.some(({ time }) => time === "") && { startsAt: t("conferences.mustFill") }),
      ...((minutes === null || minutes < 10 || minutes > 180) && {
        minutes: t("conferences.minutesBetween"),
      }),
      ...((gap === null || gap > 120) && { gap: t("schedules.gapBetween") }),
      ...(this.mode === "video" &&
        link !== "" &&
        !link.startsWith("https://") && { link: t("conferences.linkHint") }),
    };
  }

  /** Puts back what was typed here before, for the students it can still be done for. */
  async restore(): Promise<void> {
    await this.#kept.restore();
    if (this.#kept.text === "") return;
    const { rows, ...fields } = JSON.parse(this.#kept.text) as ReturnType<ScheduleForm["typed"]>;
    Object.assign(this, fields);
    const restored = rows.flatMap((kept) =>
      restoredRow(this.rows.find(({ student }) => student.id === kept.studentId)?.student, kept),
    );
    const isNew = (row: ScheduleRow) => !restored.some(({ student }) => student === row.student);
    this.rows = [...restored, ...this.rows.filter(isNew)];
  }

  /** Writes everything typed down on this device. */
  keep(): void {
    this.#kept.text = JSON.stringify(this.typed());
  }

  private typed() {
    const { startsAt, minutes, gap, mode, place, link, rows } = this;
    return { startsAt, minutes, gap, mode, place, link, rows: rows.map((row) => row.typed) };
  }
}

/** Where the adviser met last, else the advisory's room: “Room 214”. */
function placeOf({ place, advisory: { room } }: Schedule): string {
  if (place !== null || room === null) return place ?? "";
  return /^\d/.test(room) ? t("schedules.room", { room }) : room;
}

function restoredRow(student: ScheduleRow["student"] | undefined, kept: KeptRow): ScheduleRow[] {
  if (student === undefined) return [];
  const set = student.conferences.map(({ householdKey }) => householdKey);
  if (set.includes(kept.home) || (kept.home !== "joint" && !homesOf(student).includes(kept.home))) return [];
  const row = new ScheduleRow(student, kept.home);
  row.restore(kept);
  return [row];
}

const byKey = (troubles: readonly Trouble[], keys: readonly string[]): Record<string, Trouble[]> =>
  Object.fromEntries(keys.map((key, row) => [key, troubles.filter((one) => one.row === row)]));

const whole = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);
