import type { Performance } from "./performance.svelte.ts";
import { partName } from "./part-name.ts";
import { titleOf, type Slide } from "./slides.ts";

/** What the student's second window shows: her own note, and what comes next. */
export type PresenterView = {
  /** The part's name, as its screen says it. */
  part: string | undefined;
  title: string | undefined;
  note: string;
  /** Whose note it is, and of which talk, so that what is ticked stays ticked. */
  item: string;
  talk: string;
  next: { title: string; isDraftAndFinal: boolean; picture: string | undefined } | undefined;
  /** Seconds: gone in this part, of how many; gone in all, of how many. */
  gone: number;
  planned: number;
  goneInAll: number;
  plannedInAll: number;
  isBlack: boolean;
};

type FromStage = { kind: "view"; view: PresenterView } | { kind: "left" };
type FromPresenter = { kind: "hello" } | { kind: "go"; by: 1 | -1 } | { kind: "black" };

// Two windows of one browser talk to each other; nothing of it passes the server.
const channelFor = (conferenceId: string) => new BroadcastChannel(`lectern-stage-${conferenceId}`);

interface Telling {
  readonly talk: string;
  readonly performance: () => Performance | undefined;
  readonly pictureOf: (slide: Slide) => string | undefined;
}

/** The stage's end: tells the notes window where it is and does what it asks. */
export function linkPresenter(conferenceId: string, { talk, performance, pictureOf }: Telling) {
  const channel = channelFor(conferenceId);
  const tell = () => {
    const running = performance();
    if (!running) return;
    const view = viewOf(running, talk, pictureOf);
    channel.postMessage({ kind: "view", view } satisfies FromStage);
  };
  channel.onmessage = ({ data }: MessageEvent<FromPresenter>) => {
    const running = performance();
    if (data.kind === "go") running?.go(data.by);
    if (data.kind === "black" && running) running.isBlack = !running.isBlack;
    tell();
  };
  return {
    tell,
    close: () => {
      channel.postMessage({ kind: "left" } satisfies FromStage);
      channel.close();
    },
  };
}

/** The notes window's end. */
export class PresenterLink {
  view = $state.raw<PresenterView | undefined>();
  readonly #channel: BroadcastChannel;

  constructor(conferenceId: string) {
    this.#channel = channelFor(conferenceId);
    this.#channel.onmessage = ({ data }: MessageEvent<FromStage>) =>
      (this.view = data.kind === "view" ? data.view : undefined);
    this.#say({ kind: "hello" });
  }

  go = (by: 1 | -1): void => this.#say({ kind: "go", by });
  black = (): void => this.#say({ kind: "black" });
  close = (): void => this.#channel.close();

  #say(message: FromPresenter): void {
    this.#channel.postMessage(message);
  }
}

export function viewOf(
  performance: Performance,
  talk: string,
  pictureOf: (slide: Slide) => string | undefined,
): PresenterView {
  const { slides, at, slide, segment, part, taken, gone, agenda, isBlack } = performance;
  const next = performance.isOver ? undefined : slides[at + 1];
  return {
    part: performance.part && partName(performance.part),
    title: slide && titleOf(slide),
    note: (!performance.isOver && slide?.note) || "",
    item: slide?.key.split(" ")[0] ?? "", // further slides of a piece have its key and another word
    talk,
    next: next && {
      title: titleOf(next) ?? partName(performance.partOf(next)),
      isDraftAndFinal: next.kind === "both",
      picture: pictureOf(next),
    },
    gone: segment ? (taken[segment] ?? 0) : 0,
    planned: (part?.minutes ?? 0) * 60,
    goneInAll: gone,
    plannedInAll: agenda.reduce((sum, { minutes }) => sum + minutes * 60, 0),
    isBlack,
  };
}
