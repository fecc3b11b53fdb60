type Dragging<T extends { id: string }> = {
  items: T[];
  /** Only lists of one type give to each other. */
  type: string;
  ondragging: (items: T[]) => void;
  ondropped: (items: T[], itemId: string) => void;
};

/**
 * Attachment: things of the list can be dragged with the mouse, within it and to others of its type.
 * Only the extra: keys and buttons do the same, so its code comes late and only where there is a mouse.
 */
export const dragZone =
  <T extends { id: string }>(dragging: () => Dragging<T>) =>
  (list: HTMLElement) => {
    let zone:
      { update?: (options: ReturnType<typeof optionsOf<T>>) => void; destroy?: () => void } | undefined;
    let gone = false;
    const onconsider = (event: Event) => dragging().ondragging(detailOf<T>(event).items);
    const onfinalize = (event: Event) => {
      const { items, info } = detailOf<T>(event);
      dragging().ondropped(items, info.id);
    };
    list.addEventListener("consider", onconsider);
    list.addEventListener("finalize", onfinalize);
    if (window.matchMedia("(pointer: fine)").matches)
      void import("svelte-dnd-action").then(({ dndzone }) => {
        if (!gone) zone = dndzone(list, optionsOf(dragging())) as typeof zone;
      });
    $effect(() => {
      const options = optionsOf(dragging());
      zone?.update?.(options);
    });
    return () => {
      gone = true;
      zone?.destroy?.();
      list.removeEventListener("consider", onconsider);
      list.removeEventListener("finalize", onfinalize);
    };
  };

const optionsOf = <T extends { id: string }>({ items, type }: Dragging<T>) => ({
  items,
  type,
  flipDurationMs: 0,
  // Our own buttons, keys and live region speak; the library's would speak twice.
  autoAriaDisabled: true,
  zoneTabIndex: -1,
  zoneItemTabIndex: -1,
  dropTargetStyle: {},
});

const detailOf = <T>(event: Event) => (event as CustomEvent<{ items: T[]; info: { id: string } }>).detail;
