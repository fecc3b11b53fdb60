/** Attachment: takes files dropped anywhere on the element, or pasted while it is there; `onover` hears whether some hover above it. */
export const droppable =
  (onfiles: (files: File[]) => void, onover: (isOver: boolean) => void = () => undefined) =>
  (place: HTMLElement) => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      onover(true);
    };
    const left = (event: DragEvent) => {
      if (!place.contains(event.relatedTarget as Node | null)) onover(false);
    };
    // A place inside another takes what both are offered.
    const take = (event: Event, files: FileList | undefined) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      onfiles([...(files ?? [])]);
    };
    const dropped = (event: DragEvent) => {
      onover(false);
      if (carriesFiles(event)) take(event, event.dataTransfer?.files);
    };
    const pasted = (event: ClipboardEvent) => {
      const clipboard = event.clipboardData;
      // Text copied from a document brings a picture of itself along.
      if (!clipboard?.files.length || (isForText(event.target) && clipboard.types.includes("text/plain")))
        return;
      take(event, clipboard.files);
    };
    place.addEventListener("dragover", over);
    place.addEventListener("dragleave", left);
    place.addEventListener("drop", dropped);
    document.addEventListener("paste", pasted);
    return () => {
      place.removeEventListener("dragover", over);
      place.removeEventListener("dragleave", left);
      place.removeEventListener("drop", dropped);
      document.removeEventListener("paste", pasted);
    };
  };

const isForText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
