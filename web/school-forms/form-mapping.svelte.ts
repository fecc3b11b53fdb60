import { Problem } from "../api/client.ts";
import {
  readSchoolForm,
  saveMapping,
  type FieldMapping,
  type FormSlot,
  type SchoolForm,
  type SchoolFormField,
} from "./school-form.api.ts";

/** What each kind of field can show, as the server holds it. */
const takes: Record<SchoolFormField["kind"], readonly FormSlot["kind"][]> = {
  text: ["text", "date", "choice", "signature"],
  date: ["date"],
  tick: ["tick"],
  choice: ["choice", "text"],
  signature: ["signature"],
};

const pauseMs = 500;

/** A form whose fields are being mapped; every change saves itself a moment later. */
export class FormMapping {
  form = $state.raw<SchoolForm>()!;
  mapping = $state.raw<FieldMapping[]>([]);
  state = $state<"saved" | "saving">("saved");
  problem = $state.raw<unknown>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = Promise.resolve();

  constructor(form: SchoolForm) {
    this.form = form;
    this.mapping = form.mapping;
  }

  slotsFor(field: SchoolFormField): FormSlot[] {
    return this.form.slots.filter(({ kind }) => takes[field.kind].includes(kind));
  }

  of(field: string): FieldMapping | undefined {
    return this.mapping.find((each) => each.field === field);
  }

  rowsOf(field: string): number {
    const slot = this.of(field)?.slot;
    return this.form.slots.find(({ id }) => id === slot)?.rows ?? 1;
  }

  /** Says what goes into a field; nothing empties it. */
  choose(field: string, slot: string): void {
    const others = this.mapping.filter((each) => each.field !== field);
    this.#set(slot === "" ? others : [...others, { field, slot, row: this.#nextRow(slot, others) }]);
  }

  chooseRow(field: string, row: number): void {
    this.#set(this.mapping.map((each) => (each.field === field ? { ...each, row } : each)));
  }

  /** Saves what is waiting now, for whoever needs it saved. */
  async settle(): Promise<void> {
    if (this.#timer !== undefined) this.#save();
    await this.#saving;
  }

  /** The first row nobody shows yet: fields that repeat are mostly mapped one after another. */
  #nextRow(slot: string, others: FieldMapping[]): number {
    const rows = this.form.slots.find(({ id }) => id === slot)?.rows ?? 1;
    const taken = others.filter((each) => each.slot === slot).map(({ row }) => row);
    return Array.from({ length: rows }, (_, at) => at + 1).find((row) => !taken.includes(row)) ?? 1;
  }

  #set(mapping: FieldMapping[]): void {
    this.mapping = mapping;
    this.state = "saving";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), pauseMs);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = this.#saving.then(() => this.#send());
  }

  async #send(): Promise<void> {
    const { id, revision } = this.form;
    try {
      const saved = await saveMapping(id, { revision, mapping: this.mapping });
      this.form = { ...this.form, revision: saved.revision };
      this.problem = undefined;
      if (this.#timer === undefined) this.state = "saved";
    } catch (thrown) {
      this.problem = thrown;
      // Somebody else mapped it meanwhile: what she did stands, and both see it.
      if (thrown instanceof Problem && thrown.code === "stale") {
        this.form = await readSchoolForm(id);
        this.mapping = this.form.mapping;
      }
      this.state = "saved";
    }
  }
}
