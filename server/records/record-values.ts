import type { FormValues, PartValue } from "#server/forms/form-values.contract.ts";
import { acknowledgementSection } from "./content/acknowledgement-values.ts";
import { atHomeSections } from "./content/at-home-values.ts";
import { correctionSection } from "./content/correction-values.ts";
import { goalSections } from "./content/goal-values.ts";
import { meetingSections } from "./content/meeting-values.ts";
import { camel, orUnwritten, said, word } from "./content/phrases.ts";
import { creditSection, gradeSection } from "./content/number-values.ts";
import { formOf } from "./content/form-of.ts";
import { withOwnValues } from "./content/own-values.ts";
import { withTranslations } from "./content/translated.ts";
import { withoutUnspoken } from "./content/unspoken.ts";
import type { Reading } from "./content/read-content.ts";
import { resultSection, supportSection } from "./content/result-values.ts";

/** The language of the form's own words, and the reader's where the form has no words in it. */
export type Languages = readonly [string, ...string[]];

type Sections = Record<string, Record<string, PartValue>>;

/** What the conference record form says for one reader: its core, and the annexes that are hers; where the same was written or translated in several languages, in the copy's. */
export function recordValues(reading: Reading, now: Date, languages: Languages): FormValues {
  const { core, isDraft } = reading;
  const { seal, student, school, season, conference } = core;
  const day = conference.startsAt ? dayOf(conference.startsAt, school.zone) : null;
  const issuedAt = seal?.sealedAt ?? now.toISOString();
  const organisation = word("head.organisation", { school: school.name, season: season.name });
  return {
    title: seal
      ? word("head.document", { number: seal.number, student: student.name })
      : word("head.documentDraft", { student: student.name }),
    subject: day ? word("head.subject", { organisation: school.name, day: { day } }) : school.name,
    issuedAt,
    draft: isDraft,
    case: camel(conference.outcome ?? "held"),
    head: {
      organisation,
      number: seal?.number ?? null,
      lines: [
        seal ? word("head.final", { version: seal.version }) : word("head.draft"),
        ...formLine(core.form),
        ...(core.checkAt ? [word("head.checkAt", { address: { text: core.checkAt, dir: "ltr" } })] : []),
      ],
      running: day
        ? word("head.running", { student: student.name, grade: `${student.grade}`, day: { day } })
        : student.name,
    },
    foot: footOf(reading, issuedAt),
    headings: { student: nameOf(core.student) },
    sections: withTranslations(
      isMet(conference.outcome)
        ? allSections(reading, languages[0])
        : withoutUnspoken(allSections(reading, languages[0])),
      [core, ...reading.annexes].flatMap(({ translations }) => translations ?? []),
      languages,
    ),
  };
}

/** Which form it is, where the school has its own: "Form Grades 11 and 12, version 3". */
const formLine = (form: Reading["core"]["form"]) =>
  form?.name ? [word("head.ownForm", { form: form.name, version: form.version ?? 1 })] : [];

/** Until it ended otherwise, a meeting is taken to be held. */
const isMet = (outcome: string | null): boolean => outcome !== "stopped" && outcome !== "not-met";

const allSections = (reading: Reading, language: string): Sections =>
  withOwnValues(sectionsOf(reading, language), formOf(reading.core), reading);

function sectionsOf(reading: Reading, language: string): Sections {
  const { core, isDraft } = reading;
  return {
    ...meetingSections(reading),
    proudWork: {
      pieces: [
        ...core.shown.map(titled),
        ...["proud", "growth"].flatMap((name) => quoted(core.fields[name])),
      ],
    },
    strengths: {
      words: {
        // Nobody is shamed on paper: a student who wrote nothing has no line.
        ...(isDraft || core.fields["strengths"]
          ? { own: orUnwritten(core.fields["strengths"], isDraft) }
          : {}),
        adviser: orUnwritten(core.fields["adviserStrengths"], isDraft),
        ...whereSaid({ grow: "growthAreas", support: "support", afterSchool: "afterSchool" }, core.fields),
      },
    },
    ...goalsOf(reading),
    results: resultSection(core, isDraft),
    grades: gradeSection(core),
    credits: creditSection(core),
    support: supportSection(core),
    acknowledgement: acknowledgementSection(reading),
    ...correctionSection(reading),
    ...atHomeSections(core, language),
  };
}

/** Lines that only stand in the form when somebody wrote them. */
const whereSaid = (lines: Record<string, string>, fields: Reading["core"]["fields"]) =>
  Object.fromEntries(
    Object.entries(lines).flatMap(([line, name]) => (fields[name] ? [[line, said(fields[name])]] : [])),
  );

/** Where nobody met, nothing was agreed: her draft goals stay hers. */
function goalsOf(reading: Reading): Sections {
  const sections = goalSections(reading);
  return reading.core.conference.outcome === "not-met" ? { ...sections, goals: {} } : sections;
}

const titled = ({ title, language }: Reading["core"]["shown"][number]) => ({
  text: { text: title, lang: language, style: "strong" as const },
});

const quoted = (written: { text: string; language: string } | undefined) =>
  written ? [{ text: { text: written.text, lang: written.language, style: "quote" as const } }] : [];

const nameOf = ({ name, ownScriptName }: Reading["core"]["student"]) =>
  ownScriptName ? [name, { text: `(${ownScriptName})` }] : name;

function footOf({ core, digest }: Reading, at: string): FormValues["foot"] {
  const moment = { at, zone: core.school.zone };
  if (!core.seal) return { text: word("foot.draft", { at: moment }) };
  const { number, version } = core.seal;
  return { text: word("foot.sealed", { number, version, at: moment }), ...(digest ? { digest } : {}) };
}

const dayOf = (at: string, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(at));
