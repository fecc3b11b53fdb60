const places = new Map<string, number>();
const patience = 3000;

/** Puts a page back where it was when somebody goes back or forward; new pages begin at the top. */
export function keepScroll(view: Window): void {
  view.history.scrollRestoration = "manual";
  let here = indexOf(view);
  const note = () => places.set(here, view.scrollY);
  view.addEventListener("scroll", () => indexOf(view) === here && note(), { passive: true });
  view.addEventListener("popstate", () => {
    here = indexOf(view);
    restore(view, places.get(here) ?? 0);
  });
  watchPushes(view, () => (here = indexOf(view)));
}

const indexOf = (view: Window): string => String(view.history.state?._routerIndex ?? 0);

function watchPushes(view: Window, then: () => void): void {
  const push = view.history.pushState.bind(view.history);
  view.history.pushState = (...entry) => {
    push(...entry);
    then();
  };
}

/** Pages grow while they load, so the place is tried again until it can be reached or somebody scrolls. */
function restore(view: Window, top: number): void {
  const until = Date.now() + patience;
  let stopped = false;
  const stop = () => (stopped = true);
  for (const type of ["wheel", "touchstart", "keydown"]) view.addEventListener(type, stop, { once: true });
  const attempt = () => {
    if (stopped || Date.now() > until) return;
    view.scrollTo(0, top);
    if (Math.abs(view.scrollY - top) > 1 || Date.now() < until - patience + 200)
      view.requestAnimationFrame(attempt);
  };
  view.requestAnimationFrame(attempt);
}
