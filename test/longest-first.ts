import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes a minute and more on two cores; a clean checkout has no run behind it to know by. */
const longest = [
  "browser/every-page/every-page",
  "records/offline-room.browser",
  "browser/the-line",
  "access/hostile",
  "portfolios/presenting.browser",
  "drills/kill-sealing",
  "portfolios/stage.browser",
  "database/embedded/start-embedded",
].map((name) => `/test/${name}.test.ts`);

/** Begins with the tests that take longest, so that at the end no worker waits for the other's. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
