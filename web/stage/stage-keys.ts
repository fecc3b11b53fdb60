import type { Performance } from "./performance.svelte.ts";

type Reactions = { onleave: () => void; onscroll: (by: 1 | -1) => void; onoverview: () => void };

/** What a key, or a clicker that types keys, does on the stage; whether it did anything. */
export function pressed(event: KeyboardEvent, performance: Performance, reactions: Reactions): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  if (isForControl(event)) return false;
  const { key } = event;
  if (performance.isBlack && key !== "Escape") return ((performance.isBlack = false), true);
  if (["ArrowRight", "PageDown", " ", "Enter"].includes(key)) return (performance.go(1), true);
  if (["ArrowLeft", "PageUp", "Backspace"].includes(key)) return (performance.go(-1), true);
  if (key === "ArrowDown" || key === "ArrowUp") {
    const by = key === "ArrowDown" ? 1 : -1;
    if (!performance.turn(by)) reactions.onscroll(by);
    return true;
  }
  if (key === "b" || key === "B" || key === ".") return ((performance.isBlack = true), true);
  if (key === "g" || key === "G") return (reactions.onoverview(), true);
  if (key === "Escape") return (reactions.onleave(), true);
  return false;
}

/** A focused button answers to Space and Enter itself, a film to its arrows too. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("[data-quiet]")) return true; // something is being chosen over the stage
  if (target.closest("audio, video, input, textarea, select") && key !== "Escape") return true;
  return (key === " " || key === "Enter") && target.closest("button, a, summary") !== null;
}

/** A swipe across the stage: on to the left, back to the right. Attach to the stage. */
export const swipe = (onswipe: (by: 1 | -1) => void) => (stage: HTMLElement) => {
  let from: Touch | undefined;
  const begin = (event: TouchEvent) => (from = event.touches.length === 1 ? event.touches[0] : undefined);
  const end = (event: TouchEvent) => {
    const to = event.changedTouches[0];
    if (!from || !to) return;
    const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(x) > 50 && Math.abs(x) > 1.5 * Math.abs(y)) onswipe(x < 0 ? 1 : -1);
  };
  stage.addEventListener("touchstart", begin, { passive: true });
  stage.addEventListener("touchend", end, { passive: true });
  return () => {
    stage.removeEventListener("touchstart", begin);
    stage.removeEventListener("touchend", end);
  };
};
