import { readWorkSample, type WorkSample } from "./work-sample.api.ts";
import { isComing } from "./pictures.ts";

/** How long the making of pictures is waited for: every two seconds, a minute long. */
const looks = 30;

/** A piece being looked at: read again when something changed or its pictures are still being made. */
export class OpenPiece {
  readonly #id: string;
  piece = $state.raw<WorkSample | undefined>();
  problem = $state.raw<unknown>();
  /** The versions shown, at most two. */
  shown = $state.raw<string[]>([]);
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string) {
    this.#id = id;
  }

  load = async (): Promise<void> => {
    try {
      this.piece = await readWorkSample(this.#id);
      this.problem = undefined;
      this.#lookAgain();
    } catch (thrown) {
      this.problem = thrown;
    }
  };

  /** Shows the first draft beside the newest version; alone on a phone, where side by side would be small. */
  showEnds(): void {
    const ids = this.piece?.versions.map(({ id }) => id) ?? [];
    const isPhone = matchMedia("(max-width: 720px)").matches;
    this.shown = isPhone ? ids.slice(-1) : ids.length > 2 ? [ids[0]!, ids.at(-1)!] : ids;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #lookAgain(): void {
    const isWaiting = this.piece?.versions.some(({ file }) => isComing(file));
    if (!isWaiting || ++this.#looks > looks) return;
    this.#timer = setTimeout(() => void this.load(), 2000);
  }
}
