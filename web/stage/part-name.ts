import { said } from "../words/words.svelte.ts";

/** How a part of the conference is called: by the name the student gave it, else in the screen's words. */
export const partName = ({ key, name }: { key: string; name?: string | undefined }): string =>
  name ?? said(`stage.name-${key}`);
