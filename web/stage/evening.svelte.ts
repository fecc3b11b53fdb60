import { openPortfolio } from "../portfolios/portfolio.api.ts";
import { keepRehearsal } from "../rehearsals/rehearsal.api.ts";
import { stageOfConference, stageOfPortfolio } from "./following.api.ts";
import { Performance } from "./performance.svelte.ts";
import { Pictures } from "./preload.svelte.ts";
import { slidesOf, versionsOn, workSlides } from "./slides.ts";
import {
  endPresentation,
  openRehearsal,
  openStage,
  showUnplanned,
  startPresentation,
  undoPresentation,
  type Stage,
  type StartedPresentation,
} from "./stage.api.ts";

/** Seconds: whoever only looked in has not rehearsed. */
const shortestRehearsal = 60;

/** One evening at the stage: loading, starting, rehearsing, ending and taking back. */
export class Evening {
  stage = $state.raw<Stage | undefined>();
  performance = $state.raw<Performance | undefined>();
  /** What is being kept; none while rehearsing. */
  presentation = $state.raw<StartedPresentation | undefined>();
  ended = $state(false);
  undone = $state(false);
  /** Names a rehearsal: none is like the one before. */
  rehearsal = $state("");
  /** It was running already: this page goes on where another one was. */
  goesOn = $state(false);
  busy = $state(false);
  problem = $state.raw<unknown>();
  /** What became of the rehearsal that is over: kept, too short to count, or not yet through. */
  kept = $state<"no" | "keeping" | "kept" | "short" | "failed">("no");
  readonly pictures = new Pictures();
  readonly #place: string;
  readonly #studentId: string;
  #portfolioId: string | undefined;
  #withNumbers = true;

  /** `place` is a conference, or "rehearsal" for the student's own wall before one is arranged. */
  constructor(place: string, studentId: string) {
    this.#place = place;
    this.#studentId = studentId;
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.stage = await this.#read();
      void this.pictures.fetch(versionsOn(slidesOf(this.stage)));
    });
  }

  /** Starts and keeps a copy, or goes on with what is running; what was kept is what is shown. */
  async start(withNumbers: boolean): Promise<void> {
    fillScreen();
    await this.#try(async () => {
      this.goesOn = (this.stage?.presentation ?? null) !== null;
      const running = this.stage?.presentation ?? (await startPresentation(this.#place, withNumbers));
      this.stage = await openStage(this.#place);
      this.presentation = running;
      this.undone = false;
      this.#play(true);
      void this.pictures.fetch(versionsOn(this.performance?.slides ?? []));
    });
  }

  /** The same screen with a clock, and nothing is kept. */
  rehearse(withNumbers: boolean): void {
    if (!this.stage) return;
    fillScreen();
    this.presentation = undefined;
    this.goesOn = false;
    this.rehearsal = `rehearsal ${Date.now()}`;
    this.#play(withNumbers);
  }

  again = (): void => this.rehearse(this.#withNumbers);

  /** Ends a rehearsal where it is, and keeps for the student how long each part took. */
  async endRehearsal(): Promise<void> {
    const running = this.performance;
    if (!running || this.presentation) return;
    running.finish();
    if (!this.stage?.isOwn || this.kept === "kept") return;
    if (running.gone < shortestRehearsal) return void (this.kept = "short");
    this.kept = "keeping";
    try {
      await keepRehearsal(
        running.timings.map(({ key, name, minutes, taken }) => ({
          key,
          name: name ?? null,
          minutes,
          seconds: Math.round(taken),
        })),
      );
      this.kept = "kept";
    } catch {
      this.kept = "failed";
    }
  }

  async end(): Promise<void> {
    const id = this.presentation?.id;
    if (!id) return;
    await this.#try(async () => {
      await endPresentation(id);
      this.ended = true;
    });
  }

  /** Whether a start by mistake can still be taken back; asked again as the clock of the show goes on. */
  get canUndo(): boolean {
    void this.performance?.gone;
    const until = this.presentation && !this.ended ? Date.parse(this.presentation.undoUntil) : 0;
    return until > Date.now();
  }

  /** The same parts with her notes, for a phone: it starts nothing, and its clock stands. */
  async readNotes(): Promise<Performance | undefined> {
    await this.#try(async () => void (this.stage = await this.#read()));
    return this.stage && new Performance(slidesOf(this.stage), this.stage.agenda);
  }

  /** Where the server keeps at which slide this stage is. */
  get stageAddress(): string | undefined {
    if (this.#place !== "rehearsal") return stageOfConference(this.#place);
    return this.#portfolioId && stageOfPortfolio(this.#portfolioId);
  }

  async undo(): Promise<void> {
    const id = this.presentation?.id;
    if (!id) return;
    await this.#try(async () => {
      await undoPresentation(id);
      this.performance?.stop();
      this.performance = this.presentation = undefined;
      this.undone = true;
      this.stage = await openStage(this.#place);
    });
  }

  /** Shows a piece nobody planned, and keeps it with the others. */
  async showAnother(workSampleId: string): Promise<void> {
    const [id, segment] = [this.presentation?.id, this.performance?.segment];
    if (!id || !segment) return;
    await this.#try(async () => {
      const item = await showUnplanned(id, { workSampleId, segment });
      const slides = item.shown.kind === "work" ? workSlides(item, item.shown) : [];
      await this.pictures.fetch(versionsOn(slides));
      this.performance?.add(slides);
    });
  }

  /** What is on the stage already. */
  get shownPieces(): string[] {
    return this.stage?.items.flatMap(({ workSampleId }) => workSampleId ?? []) ?? [];
  }

  close = (): void => {
    this.performance?.stop();
    this.pictures.forget();
  };

  #play(withNumbers: boolean): void {
    if (!this.stage) return;
    this.#withNumbers = withNumbers;
    this.ended = false;
    this.kept = "no";
    this.performance?.stop();
    this.performance = new Performance(slidesOf(this.stage, withNumbers), this.stage.agenda);
  }

  #read = (): Promise<Stage> => (this.#place === "rehearsal" ? this.#ownWall() : openStage(this.#place));

  async #ownWall(): Promise<Stage> {
    const { portfolio } = await openPortfolio(this.#studentId);
    this.#portfolioId = portfolio?.id;
    return await openRehearsal(portfolio?.id ?? "");
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      await act();
    } catch (thrown) {
      this.problem = thrown;
    } finally {
      this.busy = false;
    }
  }
}

/** Only a press may ask for it, and some devices refuse: the window itself is large enough then. */
const fillScreen = (): void => {
  if (navigator.userActivation?.isActive)
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
};
