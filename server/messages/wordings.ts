/** What each letter is made of besides its subject and text; its words are in templates/languages/…/e-mails.json. */
interface Wording {
  /** Facts shown as lines of their own, each only when there is one. */
  readonly details: readonly string[];
  /** Facts its sentences need; without them it is not written. */
  readonly needs: readonly string[];
}

export const wordings = {
  "sign-in-link": { details: [], needs: [] },
  "staff-invitation": { details: [], needs: [] },
  "interpreter-invitation": { details: [], needs: [] },
  invitation: { details: [], needs: ["student"] },
  "conference-arranged": {
    details: ["when", "minutes", "place", "link", "adviser"],
    needs: ["student", "when"],
  },
  "conference-booked": {
    details: ["when", "minutes", "place", "link", "adviser"],
    needs: ["student", "when"],
  },
  "conference-changed": {
    details: ["when", "minutes", "place", "link", "adviser"],
    needs: ["student", "when"],
  },
  "conference-cancelled": { details: ["when"], needs: ["student", "when"] },
  "conference-released": { details: ["when"], needs: ["student", "when"] },
  "conference-soon": { details: ["when", "minutes", "place", "link", "adviser"], needs: ["student", "when"] },
  "your-conference-soon": { details: ["when", "minutes", "place", "link", "adviser"], needs: ["when"] },
  "your-conference-set": { details: ["when", "minutes", "place", "link", "adviser"], needs: ["when"] },
  "your-conference-changed": { details: ["when", "minutes", "place", "link", "adviser"], needs: ["when"] },
  "your-conference-cancelled": { details: ["when"], needs: ["when"] },
  "record-ready": { details: [], needs: ["student"] },
  "record-corrected": { details: [], needs: ["student"] },
  "note-for-student": { details: [], needs: ["author"] },
  "mentor-proposed": { details: [], needs: ["student", "mentor"] },
  "mentor-answered": { details: [], needs: ["mentor"] },
  "mentor-approved": { details: [], needs: ["student", "mentor"] },
  "mentor-objection": { details: [], needs: ["student", "mentor"] },
  "mentor-invited": { details: [], needs: ["student"] },
  "promise-yours": { details: [], needs: ["student", "promise"] },
  "plan-due": { details: [], needs: ["student", "what"] },
  "promise-due": { details: [], needs: ["student", "what"] },
  "goal-due": { details: [], needs: ["what"] },
  "home-promise-due": { details: [], needs: ["student", "what"] },
  "mentor-code": { details: [], needs: ["code"] },
  "family-question": { details: [], needs: ["author", "student"] },
  "family-answer": { details: [], needs: ["author", "student"] },
  "teacher-asked": { details: [], needs: ["student"] },
  "teacher-answered": { details: [], needs: ["author", "student"] },
  "rights-pass-soon": { details: [], needs: ["student"] },
  "rights-passed": { details: [], needs: ["student"] },
  "rights-yours": { details: [], needs: ["student"] },
  "consent-asked": { details: [], needs: ["author"] },
  "consent-given": { details: [], needs: ["student"] },
} as const satisfies Record<string, Wording>;

export type Template = keyof typeof wordings;

export const isTemplate = (name: string): name is Template => Object.hasOwn(wordings, name);
