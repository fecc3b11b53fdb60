import { giveFeedback } from "#server/feedback/give-feedback.ts";
import type { PreparationField } from "#server/preparation/preparation.contract.ts";
import { writePreparation } from "#server/preparation/write-preparation.ts";
import type { StatementField } from "#server/statements/statement.contract.ts";
import { writeStatement } from "#server/statements/write-statement.ts";
import type { CastKey } from "./cast.ts";
import type { Telling } from "./telling.ts";

type Said<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** What students say about themselves before this season’s conferences. */
const statements: Partial<Record<CastKey, Said<StatementField>>> = {
  minh: {
    strengths: "I notice when somebody is left out of a group, and I do something about it.",
    growthAreas: "I say “it is fine” when it is not. I want to say it the same day.",
    support: "Ask me what I think before you tell me what you think.",
    afterSchool: "Nursing, or teaching small children. I am still exploring.",
    resultsSaid: "I grew most in reading, and I think it is because I read to my cousins.",
  },
  itzel: {
    strengths: "I go back and measure again when a number looks wrong. I did it 168 times at the creek.",
  },
  layla: {
    strengths: "I draw what I cannot say yet. People understand my drawings.",
    support: "Give me one more minute when I answer. The word is coming.",
  },
};

/** What Daniel Okafor wrote ahead for the record of a student who has no time yet. */
const prepared: Partial<Record<CastKey, Said<PreparationField>>> = {
  theo: {
    adviserStrengths:
      "Theo stays after woodworking to put every tool back in its place. When a younger student cut a board too short, he showed her how to use the piece.",
    mathNote: "Theo grew less than expected. He missed eleven lessons, most of them on Mondays.",
  },
};

interface FeedbackTold {
  readonly by: CastKey;
  readonly about: readonly [student: CastKey, piece: string];
  readonly words: string;
}

/** What was said about pieces that were shared. */
const feedback: readonly FeedbackTold[] = [
  {
    by: "okafor",
    about: ["itzel", "creek"],
    words:
      "The graph carries it: I see the night without reading a word. What would you ask the city to measure next?",
  },
  {
    by: "okafor",
    about: ["itzel", "cranes"],
    words: "You left the water white on purpose. Say that to your family; they will look again.",
  },
];

/** Everything said before anybody meets, each by its own author. */
export async function saySoFar(telling: Telling): Promise<void> {
  const { tx, calendar } = telling;
  const evening = calendar.at(calendar.day(-2), "19:10");
  for (const [key, said] of entriesOf(statements))
    for (const [field, value] of entriesOf(said))
      await writeStatement(tx, telling.actor(key, evening), telling.of(key).personId, {
        ...{ field, base: "", language: "en" },
        value: value ?? "",
      });
  for (const [key, said] of entriesOf(prepared))
    for (const [field, value] of entriesOf(said))
      await writePreparation(tx, telling.actor("okafor", evening), telling.of(key).personId, {
        ...{ field, base: "", language: "en" },
        value: value ?? "",
      });
  for (const { by, about, words } of feedback)
    await giveFeedback(tx, telling.actor(by, evening), telling.piece(...about), { words, language: "en" });
}

const entriesOf = <K extends string, V>(record: Readonly<Partial<Record<K, V>>> | undefined): [K, V][] =>
  Object.entries(record ?? {}) as [K, V][];
