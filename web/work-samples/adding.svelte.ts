import { isOf, unfinished } from "../files/unfinished.svelte.ts";
import { beforeLeaving } from "../session/session.svelte.ts";
import { NewPiece, titleFrom, type Kind } from "./new-piece.svelte.ts";
import { Uploading } from "./uploading.svelte.ts";

/** What a device offers to choose from; the server looks inside (server/files). Code and web pages are taken as text. */
export const accepted = [
  "image/*,.heic,.heif,.avif,.svg,audio/*,video/*,.mov,application/pdf,text/*",
  ".docx,.xlsx,.pptx,.doc,.xls,.ppt,.odt,.ods,.odp,.txt,.csv,.md",
].join(",");

const photo = /^image\/(jpeg|png|webp|hei[cf]|avif)$/;

/** The pieces being added. Kept while somebody moves about the pages, so that uploads go on. */
class Adding {
  pieces = $state.raw<NewPiece[]>([]);
  /** Those not on the shelf yet. */
  open = $derived(this.pieces.filter((piece) => piece.state !== "saved"));

  /** Photos among them that could be pages of one piece. */
  photos = $derived(
    this.open.filter(
      ({ upload, state }) => state === "open" && upload && !upload.isRefused && photo.test(upload.file.type),
    ),
  );
  /** Uploads that stopped earlier and that nothing here goes on with. */
  left = $derived(
    unfinished.known.filter(
      (upload) => !this.pieces.some((piece) => piece.upload && isOf(upload, piece.upload.file)),
    ),
  );

  addFiles(files: Iterable<File>, began: { day: string; language: string }): NewPiece[] {
    const added = [...files].map(
      (file) =>
        new NewPiece({ kind: "file", upload: new Uploading(file), title: titleFrom(file.name), ...began }),
    );
    this.pieces = [...this.open, ...added];
    return added;
  }

  add(kind: Kind, began: { day: string; language: string }): NewPiece {
    const piece = new NewPiece({ kind, ...began });
    this.pieces = [...this.open, piece];
    return piece;
  }

  remove(piece: NewPiece): void {
    piece.upload?.forget();
    this.pieces = this.pieces.filter((one) => one !== piece);
  }

  /** Those on the shelf are told of there. */
  forgetSaved(): void {
    for (const piece of this.pieces) if (piece.state === "saved") piece.upload?.forget();
    this.pieces = this.open;
  }

  /** Whether leaving the site would lose something on its way. */
  get isUnderWay(): boolean {
    return this.open.some(
      ({ upload, state }) =>
        state === "wanted" || state === "saving" || (upload && upload.state !== "stopped"),
    );
  }

  empty(): void {
    for (const piece of this.pieces) piece.upload?.forget();
    this.pieces = [];
  }
}

export const adding = new Adding();

beforeLeaving(() => adding.empty());
if (typeof window !== "undefined")
  window.addEventListener("beforeunload", (event) => {
    if (adding.isUnderWay) event.preventDefault();
  });
