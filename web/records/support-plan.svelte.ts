import { Autosave } from "../autosave/autosave.svelte.ts";
import { planSupport, type Intervention, type InterventionPlan, type Need } from "./record.api.ts";
import type { Room } from "./room.svelte.ts";

type Text = "action" | "provider" | "startsOn" | "frequency" | "measure" | "reviewOn";
const texts: Text[] = ["action", "provider", "startsOn", "frequency", "measure", "reviewOn"];

/** A support plan being written: a row of its own, so each text sends the whole row as it stands here. */
export class SupportPlan {
  readonly fields: Record<Text, Autosave>;
  readonly #id: string;
  readonly #room: Room;
  readonly #need: () => string;

  constructor(room: Room, id: string, need: () => string) {
    this.#room = room;
    this.#id = id;
    this.#need = need;
    const plan = room.plans.find((one) => one.id === id);
    this.fields = Object.fromEntries(texts.map((name) => [name, this.#field(name, plan)])) as Record<
      Text,
      Autosave
    >;
  }

  /** The plan as another device left it. */
  take(plan: Intervention, askedAt: number): void {
    for (const name of texts) this.fields[name].refresh(plan[name] ?? "", askedAt);
  }

  stop = (): void => {
    for (const field of Object.values(this.fields)) field.stop();
  };

  #field(name: Text, plan: Intervention | undefined): Autosave {
    return new Autosave(
      `support:${this.#id}:${name}`,
      plan?.[name] ?? "",
      (change) => this.#save(name, change),
      {
        zone: this.#room.record?.zone ?? "UTC",
        currentOf: (now) => (now as InterventionPlan)[name] ?? "",
      },
    );
  }

  async #save(name: Text, { base, value }: { base: string; value: string }): Promise<void> {
    const plan = this.#plan();
    const isDay = name === "startsOn" || name === "reviewOn";
    const orNull = (text: string) => (isDay && text === "" ? null : text);
    const saving = { ...plan, [name]: orNull(value), base: { ...plan, [name]: orNull(base) } };
    await this.#room.actsTold();
    this.#room.changed(await planSupport(this.#room.record!.id, this.#id, saving));
  }

  #plan(): InterventionPlan {
    const { action, provider, startsOn, frequency, measure, reviewOn } = this.fields;
    return {
      need: (this.#need() || "other") as Need,
      action: action.value,
      provider: provider.value,
      startsOn: startsOn.value || null,
      frequency: frequency.value,
      measure: measure.value,
      reviewOn: reviewOn.value || null,
    };
  }
}
