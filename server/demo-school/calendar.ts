import { addDays, dayIn } from "#server/schools/calendar.ts";
import { instantOfLocalTime } from "#server/schools/local-time.ts";

/** The school year a story plays in. */
export interface StoryYear {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

const half = 182;

/** Days and hours told from today, so that the demo school is always in the middle of its season. */
export class StoryCalendar {
  readonly now: Date;
  readonly zone: string;
  readonly today: string;

  constructor(now: Date, zone: string) {
    this.now = now;
    this.zone = zone;
    this.today = dayIn(zone, now);
  }

  /** The day so many days from today. */
  day(offset: number): string {
    return addDays(this.today, offset);
  }

  /** A school day: weekends move on to Monday. */
  schoolDay(offset: number): string {
    const weekday = new Date(`${this.day(offset)}T00:00:00Z`).getUTCDay();
    return this.day(offset + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0));
  }

  /** The instant at which the school's clocks show a time on a day. */
  at(day: string, clock: string): Date {
    return instantOfLocalTime(this.zone, `${day}T${clock}`) ?? new Date(`${day}T${clock}:00Z`);
  }

  /** A time so many minutes from now, on a full five minutes. */
  soon(minutes: number): Date {
    const five = 5 * 60_000;
    return new Date(Math.round((this.now.getTime() + minutes * 60_000) / five) * five);
  }

  /** The middle of the season before this one, as days from today. */
  get lastSeason(): number {
    return -half;
  }

  /** The middle of the season before that, as days from today. */
  get earlierSeason(): number {
    return -2 * half;
  }

  /** The school year of today: it begins in July and ends long enough after today for the season to fit. */
  get year(): StoryYear {
    const soon = this.day(30);
    const first = Number(soon.slice(0, 4)) - (soon.slice(5) < "08-01" ? 1 : 0);
    return this.yearFrom(first);
  }

  /** The school year of a day: this one, or one before. */
  yearOf(day: string): StoryYear {
    let year = this.year;
    while (day < year.startsOn) year = this.yearFrom(Number(year.startsOn.slice(0, 4)) - 1);
    return year;
  }

  private yearFrom(first: number): StoryYear {
    const name = `${first}–${String(first + 1).slice(2)}`;
    return { name, startsOn: `${first}-07-01`, endsOn: `${first + 1}-07-31` };
  }
}

const seasons = [
  ["Winter", "W"],
  ["Spring", "S"],
  ["Summer", "U"],
  ["Fall", "F"],
] as const;

/** What conferences of a day are called, and the code their records carry. */
export function seasonOf(day: string): { name: string; code: string } {
  const [name, letter] = seasons[Math.floor((Number(day.slice(5, 7)) % 12) / 3)] ?? seasons[3];
  return { name: `${name} conferences`, code: `${day.slice(0, 4)}-${letter}` };
}

/** The window in which a test of that day was taken. */
export function windowOf(day: string): "fall" | "winter" | "spring" {
  const month = Number(day.slice(5, 7));
  return month >= 7 && month <= 11 ? "fall" : month === 12 || month <= 2 ? "winter" : "spring";
}
