import { beforeLeaving } from "../session/session.svelte.ts";
import { forgetResource, keepResource, listResources, type Resource } from "./at-home.api.ts";

/** What an adviser keeps for families, asked for once. */
class KeptResources {
  all = $state.raw<Resource[]>([]);
  #asked: Promise<void> | undefined;

  look(): Promise<void> {
    return (this.#asked ??= this.#load());
  }

  has = (title: string, language: string): boolean =>
    this.all.some((one) => one.title === title.trim() && one.language === language);

  async keep(resource: Omit<Resource, "id">): Promise<void> {
    await keepResource(resource);
    await this.#load();
  }

  async forget(id: string): Promise<void> {
    await forgetResource(id);
    await this.#load();
  }

  forgetAll(): void {
    this.all = [];
    this.#asked = undefined;
  }

  async #load(): Promise<void> {
    try {
      this.all = (await listResources()).resources;
    } catch (thrown) {
      this.#asked = undefined;
      throw thrown;
    }
  }
}

export const keptResources = new KeptResources();

beforeLeaving(() => keptResources.forgetAll());
