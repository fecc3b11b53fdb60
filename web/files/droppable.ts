/** Attachment: takes files dropped anywhere on the element; `onover` hears whether some hover above it. */
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
    const dropped = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      onover(false);
      onfiles([...(event.dataTransfer?.files ?? [])]);
    };
    place.addEventListener("dragover", over);
    place.addEventListener("dragleave", left);
    place.addEventListener("drop", dropped);
    return () => {
      place.removeEventListener("dragover", over);
      place.removeEventListener("dragleave", left);
      place.removeEventListener("drop", dropped);
    };
  };
