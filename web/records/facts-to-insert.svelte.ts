import { sayWindow } from "../assessments/result-words.ts";
import { listWorkSamples } from "../work-samples/work-sample.api.ts";
import type { Room } from "./room.svelte.ts";

/** Something known about the student that can be put into a field by typing. */
export interface Fact {
  readonly kind: "goal" | "result" | "piece";
  /** What the list shows, and what is looked for. */
  readonly label: string;
  /** What goes into the field. */
  readonly words: string;
}

const shown = 8;

/** The goals, results and pieces of a room's student; pieces are asked for once, when somebody first types the sign. */
export class FactsToInsert {
  #pieces = $state.raw<Fact[]>([]);
  #asked: Promise<void> | undefined;
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  look(): void {
    this.#asked ??= this.#load();
  }

  /** Those with every typed word in them, the goals first. */
  find(typed: string): Fact[] {
    const words = plain(typed).split(" ").filter(Boolean);
    const fits = ({ label }: Fact) => words.every((word) => plain(label).includes(word));
    return [...this.#goals(), ...this.#results(), ...this.#pieces].filter(fits).slice(0, shown);
  }

  #goals(): Fact[] {
    const { goals = [], lastGoals = [] } = this.#room.goals.told ?? {};
    return [...goals, ...lastGoals]
      .filter(({ wording }) => wording.trim() !== "")
      .map(({ wording }) => ({ kind: "goal", label: wording, words: `“${wording}”` }));
  }

  #results(): Fact[] {
    return this.#room.results
      .filter(({ score }) => score !== null)
      .map((result) => {
        const words = `${result.test}, ${sayWindow(result)}: ${result.score}`;
        return { kind: "result", label: words, words };
      });
  }

  /** Without network the room goes on with goals and results. */
  async #load(): Promise<void> {
    const studentId = this.#room.record?.student.personId;
    if (!studentId) return;
    const shelf = await listWorkSamples(studentId).catch(() => undefined);
    if (!shelf) return void (this.#asked = undefined);
    this.#pieces = shelf.workSamples.map(({ title }) => ({
      kind: "piece",
      label: title,
      words: `“${title}”`,
    }));
  }
}

/** "Café" is found by "cafe". */
const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();

/** What stands behind the sign right before the caret: "@geo" in "She said @geo". */
export function typedBehindSign(text: string, caret: number): { typed: string; from: number } | undefined {
  const found = /(?:^|[\s(“"])@([^\n@]{0,40})$/u.exec(text.slice(0, caret));
  if (!found || /\s{2}$|^\s/.test(found[1]!)) return undefined;
  return { typed: found[1]!, from: caret - found[1]!.length - 1 };
}
