import type { FileFamily } from "#server/files/file.contract.ts";
import { beforeLeaving } from "../session/session.svelte.ts";
import { readUploadLimits, type UploadLimits } from "./file.api.ts";

/** What this person may send, as the server said when somebody last looked. */
class Limits {
  known = $state.raw<UploadLimits | undefined>();
  /** The largest file of each family. */
  largest = $derived(
    Object.fromEntries((this.known?.accepted ?? []).map(({ family, maxBytes }) => [family, maxBytes])),
  ) as Partial<Record<FileFamily, number>>;

  /** Asks once more, since every upload takes some of the room; without an answer the server says it later. */
  async look(): Promise<void> {
    this.known = await readUploadLimits().catch(() => this.known);
  }

  /** The megabytes the server would refuse a file beyond, if it has more, as far as its type tells. */
  refuses({ type, size }: File): number | null {
    const family = (/^(image|audio|video)\//.exec(type)?.[1] ?? "document") as FileFamily;
    // What is sound to one machine is a film without pictures to another.
    const largest = family === "audio" ? this.largest.video : this.largest[family];
    return largest !== undefined && size > largest ? Math.floor(largest / 1024 ** 2) : null;
  }
}

export const limits = new Limits();

beforeLeaving(() => (limits.known = undefined));
