/** Attachment: a part that has to scroll can be reached by keys, one that fits is not in the way of Tab. */
export function reachable(part: HTMLElement): () => void {
  const look = () => {
    if (part.scrollHeight > part.clientHeight + 1) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  };
  const watch = new ResizeObserver(look);
  watch.observe(part);
  const follow = () => {
    for (const child of part.children) watch.observe(child);
    look();
  };
  const changes = new MutationObserver(follow); // the next slide is another child
  changes.observe(part, { childList: true });
  follow();
  return () => {
    watch.disconnect();
    changes.disconnect();
  };
}
