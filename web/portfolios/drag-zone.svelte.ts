import type { HungPiece } from "./portfolio.api.ts";

type Dragging = {
  items: HungPiece[];
  ondragging: (items: HungPiece[]) => void;
  ondropped: (items: HungPiece[], itemId: string) => void;
};

/**
 * Attachment: pieces of the list can be dragged with the mouse, within it and to the others.
 * Only the extra: keys and buttons do the same, so its code comes late and only where there is a mouse.
 */
export const dragZone = (dragging: () => Dragging) => (list: HTMLElement) => {
  let zone: { update?: (options: ReturnType<typeof optionsOf>) => void; destroy?: () => void } | undefined;
  let gone = false;
  const onconsider = (event: Event) => dragging().ondragging(detailOf(event).items);
  const onfinalize = (event: Event) => {
    const { items, info } = detailOf(event);
    dragging().ondropped(items, info.id);
  };
  list.addEventListener("consider", onconsider);
  list.addEventListener("finalize", onfinalize);
  if (window.matchMedia("(pointer: fine)").matches)
    void import("svelte-dnd-action").then(({ dndzone }) => {
      if (!gone) zone = dndzone(list, optionsOf(dragging().items)) as typeof zone;
    });
  $effect(() => {
    const options = optionsOf(dragging().items);
    zone?.update?.(options);
  });
  return () => {
    gone = true;
    zone?.destroy?.();
    list.removeEventListener("consider", onconsider);
    list.removeEventListener("finalize", onfinalize);
  };
};

const optionsOf = (items: HungPiece[]) => ({
  items,
  type: "piece",
  flipDurationMs: 0,
  // Our own buttons, keys and live region speak; the library's would speak twice.
  autoAriaDisabled: true,
  zoneTabIndex: -1,
  zoneItemTabIndex: -1,
  dropTargetStyle: {},
});

const detailOf = (event: Event) =>
  (event as CustomEvent<{ items: HungPiece[]; info: { id: string } }>).detail;
