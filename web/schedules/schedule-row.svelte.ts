import type { InvitableGuardian } from "../people/people.api.ts";
import { homesOf, languageOf } from "./homes.ts";
import type { ScheduleStudent } from "./schedule.api.ts";

/** Somebody who may be ticked, and how she stands to the student. */
export interface Coming {
  readonly personId: string;
  readonly name: string;
  readonly part: "guardian" | "mentor" | "staff";
  readonly says: string;
}

/** What was typed about a row, as it is kept on this device. */
export interface KeptRow {
  readonly studentId: string;
  readonly home: string;
  readonly isOut: boolean;
  readonly own: string;
  readonly goesOn: boolean;
  readonly language: string;
  readonly interpreterId: string;
  readonly coming: string[];
}

/** One conference to be set: a student's, with everybody or with one home. */
export class ScheduleRow {
  readonly student: ScheduleStudent;
  /** "joint", or the home that meets apart. */
  readonly home: string;
  isOut = $state(false);
  own = $state("");
  goesOn = $state(false);
  language = $state("en");
  interpreterId = $state("");
  coming = $state.raw<string[]>([]);

  constructor(student: ScheduleStudent, home = "joint") {
    this.student = student;
    this.home = home;
    const guardians = this.guardians;
    this.coming = guardians.map(({ personId }) => personId);
    this.language = languageOf(guardians);
  }

  get key(): string {
    return `${this.student.id}-${this.home}`;
  }

  /** The guardians who may come to it. */
  get guardians(): InvitableGuardian[] {
    const { guardians } = this.student.people;
    return this.home === "joint"
      ? guardians
      : guardians.filter(({ householdId }) => householdId === this.home);
  }

  /** The home that meets apart, by name. */
  get homeName(): string | null {
    return this.home === "joint" ? null : (this.guardians[0]?.householdName ?? null);
  }

  /** Everybody who may be ticked. */
  get listed(): Coming[] {
    const { mentors, staff } = this.student.people;
    return [
      ...this.guardians.map((one) => ({ ...one, part: "guardian" as const, says: one.relationship })),
      ...mentors.map((one) => ({ ...one, part: "mentor" as const, says: "mentor" })),
      ...staff.map((one) => ({ ...one, part: "staff" as const, says: one.role })),
    ];
  }

  get expected(): Coming[] {
    return this.listed.filter(({ personId }) => this.coming.includes(personId));
  }

  get interpreter() {
    return this.student.people.interpreters.find(({ personId }) => personId === this.interpreterId);
  }

  /** Asks somebody to come, or not. */
  tick(personId: string, isTicked: boolean): void {
    const others = this.coming.filter((one) => one !== personId);
    this.coming = isTicked ? [...others, personId] : others;
  }

  get typed(): KeptRow {
    const { student, home, isOut, own, goesOn, language, interpreterId, coming } = this;
    return { studentId: student.id, home, isOut, own, goesOn, language, interpreterId, coming };
  }

  /** Puts back what was typed here before, as far as those people may still come. */
  restore({ isOut, own, goesOn, language, interpreterId, coming }: KeptRow): void {
    const mayCome = this.listed.map(({ personId }) => personId);
    Object.assign(this, { isOut, own, goesOn, language });
    this.coming = coming.filter((id) => mayCome.includes(id));
    this.interpreterId = interpreterId;
    if (this.interpreter === undefined) this.interpreterId = "";
  }

  /** The invitations as they are sent. */
  get invitations() {
    const interpreter = { personId: this.interpreterId, part: "interpreter" as const };
    return [
      ...this.expected.map(({ personId, part }) => ({ personId, part })),
      ...(this.interpreterId === "" ? [] : [interpreter]),
    ];
  }
}

/** The rows a student begins with: none where her conference is set, one for each home where they met apart before. */
export function rowsOf(student: ScheduleStudent): ScheduleRow[] {
  const set = student.conferences.map(({ householdKey }) => householdKey);
  if (set.includes("joint")) return [];
  const homes = homesOf(student);
  const isApart = set.length > 0 || (student.metApart && homes.length > 1);
  if (!isApart) return [new ScheduleRow(student)];
  return homes.filter((home) => !set.includes(home)).map((home) => new ScheduleRow(student, home));
}
