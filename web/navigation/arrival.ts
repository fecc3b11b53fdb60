/**
 * Focus and title after a move: the new page's h1 takes the focus once it is there,
 * so that a screen reader reads it and Tab goes on from it.
 */
const isolates = /[\u2068\u2069]/g; // marks around names that a tab would show as boxes
let awaited = false;
let here: string | undefined;

/** A new page is coming; its heading is to take the focus. The very first page leaves focus alone. */
export function pageChanged(pathname: string): void {
  if (pathname === here) return;
  awaited = here !== undefined;
  here = pathname;
}

/** Attachment for a page's one h1: names the tab after it and takes the focus when it has just arrived. */
export const pageHeading = (title: string) => (heading: HTMLElement) => {
  document.title = `${title.replace(isolates, "")} · Lectern`;
  heading.tabIndex = -1;
  if (!awaited) return;
  awaited = false;
  if (hasFocusElsewhere()) return;
  heading.focus({ preventScroll: true });
};

/** Somebody already typing in the new page is not torn away from it. */
const hasFocusElsewhere = () => Boolean(document.activeElement?.closest("main"));
