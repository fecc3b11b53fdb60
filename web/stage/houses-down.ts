/** House lights down: the whole window is the stage, whatever the theme, until the page is left. */
export function housesDown(): () => void {
  document.body.classList.add("stage");
  return () => {
    document.body.classList.remove("stage");
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  };
}
