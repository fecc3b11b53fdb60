import { uuidv7 } from "uuidv7";
import { problemOf, type Problem } from "../api/problem.ts";
import { sentenceFor } from "../api/sentence-for.ts";
import { Draft } from "../drafts/draft.svelte.ts";
import { t } from "../words/words.svelte.ts";
import { arrangeConference, type Invitation, type Mode } from "./conference.api.ts";

/** Somebody ticked on the list, or typed in. */
export type Ticked = Invitation;

type Fields = "startsAt" | "minutes" | "link" | "people" | "form";

const fieldOf: Record<string, Fields> = {
  "adviser-busy": "startsAt",
  "student-busy": "startsAt",
  "participant-busy": "startsAt",
  "no-such-time": "startsAt",
  "outside-year": "startsAt",
  "cannot-invite": "people",
  "other-household": "people",
};

const empty = {
  startsAt: "",
  minutes: "",
  mode: "in-person" as Mode,
  place: "",
  link: "",
  householdKey: "joint",
  interpreterId: "",
  language: "en",
  people: [] as Ticked[],
};

/** A conference being set by hand: what was typed stays on this device until the school has it. */
export class NewConferenceForm {
  startsAt = $state(empty.startsAt);
  minutes = $state(empty.minutes);
  mode = $state<Mode>(empty.mode);
  place = $state(empty.place);
  link = $state(empty.link);
  householdKey = $state(empty.householdKey);
  interpreterId = $state(empty.interpreterId);
  language = $state(empty.language);
  people = $state<Ticked[]>([]);
  errors = $state.raw<Partial<Record<Fields, string>>>({});
  isSending = $state(false);

  readonly #studentId: string;
  readonly #kept: Draft;

  constructor(studentId: string, minutes: number) {
    this.#studentId = studentId;
    this.minutes = String(minutes);
    this.#kept = new Draft(`conference-new:${studentId}`);
  }

  /** Puts back what was typed here before. */
  async restore(): Promise<void> {
    await this.#kept.restore();
    if (this.#kept.text !== "") Object.assign(this, JSON.parse(this.#kept.text));
  }

  /** Writes everything typed down on this device. */
  keep(): void {
    this.#kept.text = JSON.stringify(this.#typed);
  }

  get #typed(): typeof empty {
    const { startsAt, minutes, mode, place, link, householdKey, interpreterId, language, people } = this;
    return {
      startsAt,
      minutes,
      mode,
      place,
      link,
      householdKey,
      interpreterId,
      language,
      people: $state.snapshot(people),
    };
  }

  /** Puts somebody on the list, or takes her off. */
  tick(invitation: Ticked, isTicked: boolean): void {
    const others = this.people.filter(({ personId }) => personId !== invitation.personId);
    this.people = isTicked ? [...others, invitation] : others;
  }

  /** Adds somebody who is on no list. */
  addGuest(name: string, relationship: string): void {
    const guest = { personId: uuidv7(), part: "guest" as const, name };
    this.people = [...this.people, relationship === "" ? guest : { ...guest, relationship }];
  }

  /** Sends it; the new conference's id, or undefined when something is to be looked at again. */
  async send(seasonId: string): Promise<string | undefined> {
    this.errors = this.#look();
    if (Object.keys(this.errors).length > 0) return undefined;
    this.isSending = true;
    try {
      const { id } = await arrangeConference(this.#given(seasonId));
      await this.#kept.sent();
      return id;
    } catch (error) {
      this.errors = errorsOf(problemOf(error));
      return undefined;
    } finally {
      this.isSending = false;
    }
  }

  #given(seasonId: string) {
    const { startsAt, mode, place, householdKey, interpreterId, language } = this.#typed;
    const interpreter = { personId: interpreterId, part: "interpreter" as const };
    return {
      studentId: this.#studentId,
      seasonId,
      startsAt,
      minutes: Number(this.minutes),
      mode,
      place,
      link: mode === "video" ? this.link.trim() : "",
      householdKey,
      language,
      participants: [...this.#typed.people, ...(interpreterId === "" ? [] : [interpreter])],
    };
  }

  #look(): Partial<Record<Fields, string>> {
    const minutes = Number(this.minutes);
    return {
      ...(this.startsAt === "" && { startsAt: t("conferences.mustFill") }),
      ...(!(Number.isInteger(minutes) && minutes >= 10 && minutes <= 180) && {
        minutes: t("conferences.minutesBetween"),
      }),
      ...(this.mode === "video" &&
        this.link.trim() !== "" &&
        !this.link.trim().startsWith("https://") && { link: t("conferences.linkHint") }),
    };
  }
}

function errorsOf(problem: Problem): Partial<Record<Fields, string>> {
  const field = fieldOf[problem.code] ?? (problem.code === "invalid" ? named(problem.field) : "form");
  return { [field]: sentenceFor(problem) };
}

const named = (field: string | undefined): Fields =>
  field === "startsAt" || field === "minutes" || field === "link" ? field : "form";
