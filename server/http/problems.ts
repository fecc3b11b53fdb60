/** An error with a stable code for programs and a sentence for people (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly current: unknown;
  /** Numbers the sentence names, for a sentence in another language. */
  readonly values: Record<string, number> | undefined;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { field?: string; current?: unknown; values?: Record<string, number> } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.field = more.field;
    this.current = more.current;
    this.values = more.values;
  }
}

/** Not there, or not yours: the two look the same. */
export class NotFound extends Problem {
  constructor(what: string) {
    super(404, "not-found", `There is no such ${what}, or it is not open to you.`);
  }
}

/** The request is understood, but the state of things does not allow it. */
export class Refused extends Problem {
  constructor(code: string, detail: string = refusals[code] ?? "That is not possible now.") {
    super(409, code, detail);
  }
}

/** Somebody was faster; `current` is what stands now. */
export class Stale extends Problem {
  constructor(current: unknown, field?: string) {
    super(
      409,
      "stale",
      "This changed while you were writing. Both texts are kept; choose one.",
      field === undefined ? { current } : { current, field },
    );
  }
}

/** A value that cannot be used, naming its field. */
export class Invalid extends Problem {
  constructor(field: string, detail: string, code = "invalid") {
    super(400, code, detail, { field });
  }
}

/** Nobody is signed in. */
export class SignedOut extends Problem {
  constructor() {
    super(401, "signed-out", "Please sign in. What you wrote is kept on this device.");
  }
}

/** Too many tries in a short time. */
export class TooMany extends Problem {
  constructor() {
    super(429, "too-many-tries", "That was tried too often. Please wait a quarter of an hour.");
  }
}

const refusals: Record<string, string> = {
  "adviser-busy": "The adviser already has a conference at that time.",
  "student-busy": "The student already has a conference at that time.",
  "conference-exists": "There is already an open conference for this student this season.",
  "participant-busy":
    "Somebody invited is already booked at that time. Choose another time or ask the office.",
  "already-invited": "This person is on the list already.",
  "invited-twice": "Somebody is on the list twice.",
  "cannot-invite": "One of these people cannot be invited to this conference. Please ask the office.",
  "other-household": "This conference is for one home. Invite the people of that home.",
  "enough-proposals": "Ten people are asked for already. Wait for an answer, or take one back.",
  "proposal-answered": "This was answered already.",
  "intervention-step": "Somebody else changed this plan a moment ago. Look again.",
  "mentor-barred":
    "This person may not come to this student’s conferences. Say no without a reason; the office can tell you more.",
  "mentor-is-family": "This address belongs to the student’s own family. Invite them as family.",
  "minor-mentor": "A mentor under 18 sees chosen work only.",
  "mentor-proposed-already": "You asked for this person already.",
  "season-not-open": "These conferences are not open for bookings.",
  "no-follow-up": "Only a conference that was called off, stopped or found nobody is planned again.",
  "season-closed": "These conferences are over.",
  "enough-resources": "Two hundred resources are kept. Forget some, then keep this one.",
  "enough-phrases": "Two hundred phrases are kept. Forget some, then keep this one.",
  "school-form-used": "Only a draft can be changed. Make a copy of this form and change that.",
  "school-form-has-fields": "This form has fields of its own. A mapping file is for forms without.",
  "school-form-empty":
    "Nothing of the record goes into this form yet. Say first what belongs into its fields.",
  "record-template-retired": "This form is no longer used. Take it up again, then change it.",
  "record-template-used":
    "Conferences that are not over come on this form. Choose another form for them first.",
  "record-template-published":
    "This form was published; records may have come on it. It can be taken out of use.",
  "record-template-same": "Nothing was changed since the last version.",
  "record-template-invalid": "Something is to be mended before this can be published.",
  "record-not-finished": "Only a finished record goes onto the school’s form.",
  "season-frozen": "Portfolios stand still now. You can still present, and show more in the room.",
  "season-step-missing": "One step at a time: plan, open, freeze, close.",
  "season-has-conferences": "Some conferences are still to come. Hold them or call them off first.",
  "season-begun": "Somebody has begun to prepare. Freeze it instead.",
  "season-numbered": "Finished records carry this code. It stays as it is.",
  "season-code-taken": "Another season of this school has that code.",
  "not-in-season": "This student does not take part in these conferences.",
  "agenda-in-use": "Students have put work in a part this agenda does not have.",
  "no-adviser": "This student has no adviser yet. The office can add the student to an advisory.",
  "conference-cancelled": "This conference was called off.",
  "conference-over": "This conference is over.",
  "conference-started": "This conference has begun already.",
  "conference-not-over": "This conference is not over yet.",
  "conference-not-started": "This conference has not begun yet.",
  "finish-first": "Finish what you have of the first part. Then it goes on.",
  "continued-already": "The day to go on is set already.",
  "record-finished": "The record of this conference is finished. Add a correction there.",
  "username-taken": "Somebody already signs in with that name.",
  "numbers-changed": "Something changed since you looked. Look again, then add.",
  "result-exists": "That result is already there.",
  "number-taken": "Another student has that number.",
  "code-taken": "Another school has that code.",
  "already-guardian": "This person answers for this student already.",
  "own-guardian": "Choose somebody else: this person is the student.",
  "ends-before": "That day is before it began.",
  "may-not-be-contacted": "A court document says that the school does not write to this person.",
  "no-address": "Write down an e-mail address first.",
  "account-elsewhere": "This person signs in at another district too and sets the password there.",
  "last-administrator": "Somebody has to administer. Give the role to another person first.",
  "role-given": "This person has that role already.",
  "year-exists": "There is a school year of that name already.",
  "already-there": "That is already there.",
};

const constraints: Record<string, string> = {
  adviser_busy: "adviser-busy",
  student_busy: "student-busy",
  one_open_conference: "conference-exists",
  participant_busy: "participant-busy",
  season_code_taken: "season-code-taken",
  continued_once: "continued-already",
  participant_pkey: "already-invited",
  mentor_proposed_once: "mentor-proposed-already",
  one_open_presentation: "presentation-open",
  student_number_taken: "number-taken",
  school_code_taken: "code-taken",
  guardianship_pkey: "already-guardian",
  staff_role_given: "role-given",
  school_year_name_taken: "year-exists",
  sign_in_name_pkey: "username-taken",
  result_taken_once: "result-exists",
};

interface DatabaseError {
  code: string;
  constraint?: string;
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error &&
  typeof (error as { code?: unknown }).code === "string" &&
  /^[0-9A-Z]{5}$/.test((error as unknown as DatabaseError).code);

/** Translates what PostgreSQL refused into a problem; undefined when it is our own fault. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  if (!isDatabaseError(error)) return undefined;
  if (error.code === "23505" || error.code === "23P01")
    return new Refused(constraints[error.constraint ?? ""] ?? "already-there");
  if (error.code === "23503")
    return new Problem(404, "not-found", "Something this refers to does not exist.");
  if (error.code === "23514") return new Problem(400, "invalid", "These values do not go together.");
  if (error.code.startsWith("22")) return new Problem(400, "invalid", "A value could not be read.");
  if (error.code === "40001" || error.code === "40P01" || error.code === "55P03") {
    return new Problem(409, "try-again", "Two people did this at the same moment. Please try again.");
  }
  return undefined;
}
