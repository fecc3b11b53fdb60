import type { Place } from "./following.api.ts";
import type { Slide } from "./slides.ts";
import type { Stage } from "./stage.api.ts";

type Part = Stage["agenda"][number];
/** How long a part was meant to take and took, in seconds. */
export type Timing = Part & { taken: number };

/** Going through the slides: where we are, which page, and how long each part has taken. */
export class Performance {
  slides = $state.raw<readonly Slide[]>([]);
  readonly agenda: readonly Part[];
  at = $state(0);
  page = $state(1);
  isBlack = $state(false);
  /** After the last slide. */
  isOver = $state(false);
  /** Seconds spent in each part, by its key. */
  taken = $state.raw<Record<string, number>>({});
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = 0;

  slide = $derived.by(() => this.slides[this.at]);
  segment = $derived(this.isOver ? undefined : this.slide?.segment);
  part = $derived.by(() => this.agenda.find(({ key }) => key === this.segment));
  /** Seconds gone in all. */
  gone = $derived(Object.values(this.taken).reduce((sum, each) => sum + each, 0));
  timings: Timing[] = $derived.by(() =>
    this.agenda.map((part) => ({ ...part, taken: this.taken[part.key] ?? 0 })),
  );

  constructor(slides: readonly Slide[], agenda: readonly Part[]) {
    this.slides = slides;
    this.agenda = agenda;
  }

  /** The clock runs. `now` in milliseconds comes from outside, so that a test can move it. */
  start(now: () => number = () => performance.now()): void {
    this.stop();
    this.#last = now();
    this.#timer = setInterval(() => this.count(now()), 250);
  }

  stop = (): void => clearInterval(this.#timer);

  /** Adds the time since the last count to the part we are in. */
  count(now: number): void {
    const seconds = (now - this.#last) / 1000;
    this.#last = now;
    const key = this.segment;
    if (key) this.taken = { ...this.taken, [key]: (this.taken[key] ?? 0) + seconds };
  }

  /** One slide on or back; after the last comes the end. */
  go(by: 1 | -1): void {
    if (this.isBlack) return void (this.isBlack = false);
    if (this.isOver) return void (by === -1 && (this.isOver = false));
    const next = this.at + by;
    if (next >= this.slides.length) return void (this.isOver = true);
    if (next < 0) return;
    this.at = next;
    this.page = 1;
  }

  /** Ends it here. */
  finish(): void {
    this.isBlack = false;
    this.isOver = true;
    this.stop();
  }

  /** One page on or back inside a slide; whether there was one. */
  turn(by: 1 | -1): boolean {
    const slide = this.slide;
    const pages = slide?.kind === "piece" ? slide.pages : 1;
    const next = this.page + by;
    if (next < 1 || next > pages) return false;
    this.page = next;
    return true;
  }

  /** Puts slides nobody planned after the part we are in, and goes to the first of them. */
  add(slides: readonly Slide[]): void {
    const after =
      this.slides.findLastIndex(({ segment }) => segment === this.segment) + 1 || this.slides.length;
    this.slides = [...this.slides.slice(0, after), ...slides, ...this.slides.slice(after)];
    this.isOver = false;
    this.at = after;
    this.page = 1;
  }

  /** Where it is, in keys and seconds. */
  get place(): Place {
    const { at, page, isBlack, isOver, slides, taken } = this;
    const seconds = Object.entries(taken).map(([part, each]) => ({ part, seconds: each }));
    return {
      slide: slides[at]?.key ?? "",
      next: slides[at + 1]?.key ?? null,
      page,
      isBlack,
      isOver,
      taken: seconds,
    };
  }

  /** Stands where another device was `age` milliseconds ago; false when it is at a slide that is not known here. */
  stand({ slide, next, page, isBlack, isOver, taken }: Place, age = 0): boolean {
    const at = this.slides.findIndex(({ key }) => key === slide);
    const after = this.slides.findIndex(({ key }) => key === next);
    if (at < 0 || (next !== null && after < 0)) return false;
    // What the stage leaves out is left out here too.
    if (after > at + 1) this.slides = [...this.slides.slice(0, at + 1), ...this.slides.slice(after)];
    Object.assign(this, { at, page, isBlack, isOver });
    this.taken = Object.fromEntries(taken.map(({ part, seconds }) => [part, seconds]));
    const key = this.segment;
    if (key) this.taken = { ...this.taken, [key]: (this.taken[key] ?? 0) + age / 1000 };
    return true;
  }

  /** The part of the conference a slide belongs to. */
  partOf({ segment }: Pick<Slide, "segment">): Part {
    return this.agenda.find(({ key }) => key === segment) ?? { key: segment, minutes: 0 };
  }

  /** Jumps to a slide. */
  jumpTo(at: number): void {
    if (at < 0 || at >= this.slides.length) return;
    this.isOver = this.isBlack = false;
    this.at = at;
    this.page = 1;
  }

  /** Jumps to the first slide of a part. */
  jump(segment: string): void {
    const at = this.slides.findIndex((slide) => slide.segment === segment);
    this.jumpTo(at);
  }
}
