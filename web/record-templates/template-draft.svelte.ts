import { Problem } from "../api/client.ts";
import { problemOf } from "../api/problem.ts";
import { saving } from "../autosave/saving.svelte.ts";
import { whenBackOnline } from "../navigation/network.svelte.ts";
import {
  formForGrade,
  openRecordTemplate,
  saveDefinition,
  type OwnField,
  type RecordForm,
  type RecordTemplate,
  type TemplateDefinition,
  type TemplateField,
  type TemplateProblem,
  type TemplateSection,
} from "./record-template.api.ts";

const pauseMs = 600;

/** What the server has, where somebody else changed it meanwhile. */
interface Theirs {
  readonly revision: number;
  readonly definition: TemplateDefinition;
}

/** A form being arranged; every change saves itself a moment later, and what it would ask for is looked at again. */
export class TemplateDraft {
  template = $state.raw<RecordTemplate>()!;
  /** Changed through `edit` alone. */
  definition = $state<TemplateDefinition>({ sections: [] });
  problems = $state.raw<TemplateProblem[]>([]);
  state = $state<"saved" | "saving" | "unsaved">("saved");
  problem = $state.raw<unknown>();
  theirs = $state.raw<Theirs | undefined>();
  /** What was taken out last, so that it can be put back. */
  removed = $state.raw<{ name: string; before: TemplateDefinition } | undefined>();
  /** What the room would show a student of `grade`. */
  form = $state.raw<RecordForm | undefined>();
  grade = $state("11");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = Promise.resolve();
  readonly #unlisten: () => void;

  constructor(template: RecordTemplate) {
    this.#take(template);
    this.#unlisten = whenBackOnline(() => void this.settle());
    void this.look();
  }

  get hasChanges(): boolean {
    return this.template.hasChanges || this.state !== "saved";
  }

  /** Changes something in the definition. */
  edit(change: (definition: TemplateDefinition) => void): void {
    change(this.definition);
    this.state = "saving";
    saving.tell(this.#place, "saving");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), pauseMs);
  }

  /** Puts something one place up or down among its neighbours; the page for home stays last. */
  move(list: (TemplateSection | TemplateField)[], at: number, by: number): void {
    this.edit(() => {
      const [one] = list.splice(at, 1);
      if (one) list.splice(at + by, 0, one);
    });
  }

  addSection(): string {
    const key = `own${this.#newKey().toUpperCase()}`;
    const made: TemplateSection = { key, isLeftOut: false, heading: {}, grades: null, fields: [] };
    this.edit(({ sections }) => {
      const at = sections.findIndex((section) => section.key === "next");
      sections.splice(at < 0 ? sections.length : at, 0, made);
    });
    return key;
  }

  addField(section: TemplateSection): string {
    const key = `f${this.#newKey()}`;
    const made: OwnField = {
      ...{ is: "own", key, kind: "text", by: "adviser", label: {}, hint: {} },
      ...{ choices: [], source: null, required: [], grades: null },
    };
    this.edit(() => void section.fields.push(made));
    return key;
  }

  newChoice = (): OwnField["choices"][number] => ({ key: `c${this.#newKey()}`, label: {} });

  /** Takes something out; it can be put back until something else is. */
  remove(name: string, change: (definition: TemplateDefinition) => void): void {
    this.removed = { name, before: $state.snapshot(this.definition) };
    this.edit(change);
  }

  undo(): void {
    const { removed } = this;
    if (!removed) return;
    this.removed = undefined;
    this.edit((definition) => (definition.sections = removed.before.sections));
  }

  /** Saves what is waiting now. */
  async settle(): Promise<void> {
    if (this.#timer !== undefined || this.state === "unsaved") this.#save();
    await this.#saving;
  }

  /** Asks again what the form would show. */
  async look(): Promise<void> {
    const { grade } = this;
    const form = await formForGrade(this.template.id, grade).catch(() => this.form);
    if (grade === this.grade) this.form = form;
  }

  /** Looks at the whole again, after it was published or renamed. */
  async reload(): Promise<void> {
    this.#take(await openRecordTemplate(this.template.id));
    await this.look();
  }

  /** Ours stands over what somebody else saved. */
  async keepMine(): Promise<void> {
    if (!this.theirs) return;
    this.template = { ...this.template, revision: this.theirs.revision };
    this.theirs = undefined;
    await this.settle();
  }

  async takeTheirs(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.theirs = undefined;
    this.#tell("saved");
    await this.reload();
  }

  stop(): void {
    this.#unlisten();
    void this.settle().finally(() => saving.drop(this.#place));
  }

  get #place(): string {
    return `record-template:${this.template.id}`;
  }

  #take(template: RecordTemplate): void {
    this.template = template;
    // What is being typed this moment is newer, and is saved over it.
    if (this.#timer === undefined) this.definition = structuredClone(template.definition);
    this.problems = template.problems;
  }

  #newKey = (): string => crypto.randomUUID().replaceAll("-", "").slice(0, 10);

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.theirs) return;
    this.#saving = this.#saving.then(() => this.#send());
  }

  async #send(): Promise<void> {
    const { id, revision } = this.template;
    try {
      const saved = await saveDefinition(id, { revision, definition: $state.snapshot(this.definition) });
      this.template = { ...this.template, revision: saved.revision, hasChanges: true };
      this.problems = saved.problems;
      this.problem = undefined;
      this.#tell(this.#timer === undefined ? "saved" : "saving");
      await this.look();
    } catch (thrown) {
      this.#refused(thrown);
    }
  }

  #refused(thrown: unknown): void {
    const problem = problemOf(thrown);
    if (thrown instanceof Problem && problem.code === "stale") this.theirs = problem.current as Theirs;
    else this.problem = thrown;
    this.#tell("unsaved");
  }

  #tell(state: "saved" | "saving" | "unsaved"): void {
    this.state = state;
    saving.tell(this.#place, state);
  }
}
