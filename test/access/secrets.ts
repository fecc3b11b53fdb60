import { advisers, arrangers, guides, inspectingGuardians, readers, students } from "./groups.ts";
import type { Kind } from "./cast.ts";
import type { Row } from "./row.ts";

/** A sentence planted among a student's things, and the only people who may ever read it in any reply. */
export interface Secret {
  readonly text: string;
  readonly may: readonly Kind[];
}

/** Planted by test/access/things; every GET of the matrix is searched for them. */
export const secrets: Secret[] = [
  { text: "Secret of the mother’s note", may: [...students, "guardian"] },
  { text: "Secret of the proposed mentor", may: [...students, ...advisers, "school administrator"] },
  { text: "Secret of the support plan", may: guides },
  { text: "Secret of the unshared draft", may: students },
  { text: "Secret of the private note", may: students },
  { text: "Secret of her minutes", may: students },
  // Taken over into the draft record, whose readers read it there.
  { text: "Secret of the statement", may: [...students, ...guides, "school administrator"] },
  { text: "Secret of the feedback", may: [...students, ...guides, "subject teacher"] },
  { text: "Secret of the preparation", may: [...students, ...guides, "school administrator"] },
  { text: "Secret of the draft goal", may: [...students, ...guides] },
  { text: "Secret of the mother’s promise", may: [...students, ...guides, "guardian"] },
  { text: "Secret of the draft record", may: [...students, ...guides, "school administrator"] },
  {
    text: "Secret of the addendum",
    may: ["adviser", "co-adviser", "substitute", "case manager", "school administrator"],
  },
  { text: "Secret of the mother’s annex", may: [...guides, "school administrator", "guardian"] },
  { text: "Secret of the mother’s answer", may: [...guides, "school administrator", "guardian"] },
  { text: "Secret of the mother’s question", may: [...guides, "school administrator", "guardian"] },
  {
    text: "Secret of the mother’s wish",
    may: [...guides, "office", "school administrator", "guardian"],
  },
  {
    text: "Secret of the mother’s line",
    may: [...advisers, "school administrator", "guardian"],
  },
  { text: "Secret of the question to a teacher", may: [...guides, "subject teacher"] },
  {
    text: "Secret of the record template",
    may: ["school administrator", "district administrator", "district administrator with a reason"],
  },
  { text: "Secret of the erasure", may: ["school administrator"] },
  { text: "Secret of the kept resource", may: ["adviser"] },
  { text: "Secret of the reason for none", may: readers },
  { text: "Secret of the presented result", may: readers },
  // By its name, for those who must know what was hidden.
  { text: "Secret of the hidden piece", may: [...students, ...advisers, "school administrator"] },
  // Last year's adviser reads it in a record she sealed, never in one that is being written.
  { text: "Secret of the geometry grade", may: readers },
  {
    text: "Secret of the court order",
    may: ["school administrator", "district administrator with a reason"],
  },
  {
    text: "Secret of tonight’s place",
    may: [
      ...students,
      ...inspectingGuardians,
      ...arrangers,
      "case manager",
      "counsellor",
      "district administrator with a reason",
      "mentor",
      "interpreter",
    ],
  },
  {
    text: "Secret of the other household’s place",
    may: [
      ...students,
      "second household's guardian",
      ...arrangers,
      "case manager",
      "counsellor",
      "district administrator with a reason",
    ],
  },
  // A student, her adviser and a school (by its zone: names are told at the door) the cast has nothing to do with.
  {
    text: "Quisling",
    may: ["office", "school administrator", "district administrator", "district administrator with a reason"],
  },
  // A student, a colleague and an advisory of another school of the district.
  { text: "Ravensworth", may: ["district administrator", "district administrator with a reason"] },
  {
    text: "Pacific/Chatham",
    may: ["district administrator", "district administrator with a reason"],
  },
];

/** The secrets in a reply that this person should not have seen. */
export const leaksFor = (kind: Kind, reply: string): string[] =>
  secrets.filter(({ text, may }) => !may.includes(kind) && reply.includes(text)).map(({ text }) => text);

/** What this person should have found in the reply and did not. */
export const lacksFor = ({ shows }: Row, kind: Kind, reply: string): string[] =>
  shows?.to.includes(kind) && !reply.includes(shows.text) ? [`no ${shows.text}`] : [];
