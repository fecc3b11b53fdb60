import { said } from "../words/words.svelte.ts";
import type { PortfolioSection } from "./portfolio.api.ts";

/** How a section is called: by the name the student gave it, else in the screen's words. */
export const sectionName = ({ key, own }: Pick<PortfolioSection, "key" | "own">): string =>
  own?.name ?? said(`stage.name-${key}`);
