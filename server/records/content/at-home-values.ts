import { atHomePage, classesIn } from "#server/at-home/at-home-page.ts";
import type { AtHomeLine, AtHomePage } from "#server/at-home/at-home.contract.ts";
import type { Entry, PartValue, Said, Words } from "#server/forms/form-values.contract.ts";
import { said, word } from "./phrases.ts";
import type { Core } from "./record-content.contract.ts";

/** The page for home, in the sections the form keeps for it; none where the record has no such page. */
export function atHomeSections(core: Core, language: string): Record<string, Record<string, PartValue>> {
  const page = atHomePage(core);
  if (!page) return {};
  const { questions, activities, skills, resources } = page;
  const classes = classesIn(page.classes, language);
  return {
    atHome: { questions: questions.map(wordsOf) },
    ...(activities.length > 0 ? { atHomeGoals: { ideas: activities.flatMap(ideaRows) } } : {}),
    atHomeSkills: {
      practised: skills.map(({ skill, how }) => ({
        skill: word(`atHome.${skill}`),
        how: wordsOf(how),
      })),
    },
    ...(classes ? { atHomeClasses: { words: said(classes) } } : {}),
    ...(resources.length > 0 ? { atHomeResources: { resources: resources.map(resourceEntry) } } : {}),
  };
}

/** The goal stands once, beside its first idea. */
const ideaRows = ({ goal, ideas }: AtHomePage["activities"][number]) =>
  ideas.map((idea, at) => ({ goal: at === 0 ? said(goal) : "", idea: wordsOf(idea) }));

function wordsOf(line: AtHomeLine): Words {
  if ("written" in line) return said(line.written);
  const places = Object.entries(line.with).map(([name, { text, language }]): [string, Said | string] => [
    name,
    language ? { text, lang: language } : text,
  ]);
  return word(`atHome.${line.word}`, Object.fromEntries(places));
}

function resourceEntry({ title, about, address, language }: AtHomePage["resources"][number]): Entry {
  const note = [about, address].filter(Boolean).map((text) => ({ text, lang: language }));
  return {
    text: { text: title, lang: language, style: "strong" },
    ...(note.length > 0 ? { note: note.flatMap((each, at) => (at > 0 ? ["·", each] : [each])) } : {}),
  };
}
