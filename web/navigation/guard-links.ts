/**
 * Leaves to the browser what is the browser's: new tabs, files, other doors of the server.
 * The router answers every click on a link at the window; what must not reach it stops at the document.
 */
export function guardLinks(root: Document): void {
  root.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a");
    if (link && isForTheBrowser(event, link)) event.stopPropagation();
  });
}

function isForTheBrowser(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const withKey = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  return withKey || event.defaultPrevented || link.pathname.startsWith("/api/");
}
